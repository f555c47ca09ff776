package parley.protocol.client;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import parley.protocol.Address;

/** A server that does what a test tells it to, with one client. */
final class FakeServer implements Closeable {

    private final ServerSocket door;
    private Socket socket;
    private BufferedReader lines;
    private OutputStream out;

    private FakeServer(ServerSocket door) {
        this.door = door;
    }

    static FakeServer start() throws IOException {
        return new FakeServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }

    Address address() {
        return new Address("127.0.0.1", door.getLocalPort());
    }

    /** Lets the client in. */
    FakeServer accept() throws IOException {
        socket = door.accept();
        socket.setTcpNoDelay(true);
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = socket.getOutputStream();
        return this;
    }

    /** Waits for the client's next line; null at the end. */
    String hears() throws IOException {
        return lines.readLine();
    }

    void says(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void sends(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Ends what it says, and still hears. */
    void hangsUp() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends the connection as a crash does. */
    void resets() throws IOException {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        door.close();
        if (socket != null) {
            socket.close();
        }
    }
}
