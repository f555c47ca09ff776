package parley.scenarios;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import parley.protocol.Address;

/** Stands before a server and does something to the lines that go through. */
final class LineProxy implements Closeable {

    /** What becomes of the lines of one connection in one direction. One thread. */
    interface Filter {
        /** Gives on what is to be given on, now or later. */
        void line(String line, Out out) throws IOException, InterruptedException;
    }

    /** Where lines go on to. */
    interface Out {
        void line(String line) throws IOException;
    }

    private final Address server;
    private final Supplier<Filter> toServer;
    private final Supplier<Filter> toClient;
    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    LineProxy(Address server, Supplier<Filter> toServer, Supplier<Filter> toClient) {
        this.server = server;
        this.toServer = toServer;
        this.toClient = toClient;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    Address address() {
        return new Address("127.0.0.1", listener.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket to = new Socket();
                to.connect(server.resolve());
                to.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                sockets.addAll(List.of(client, to));
                Thread.ofVirtual().start(() -> pass(client, to, toServer.get()));
                Thread.ofVirtual().start(() -> pass(to, client, toClient.get()));
            }
        } catch (IOException e) {
            return; // it is over
        }
    }

    private static void pass(Socket from, Socket to, Filter filter) {
        try {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = to.getOutputStream();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                filter.line(line, given -> out.write((given + "\n").getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            // It is broken, which for the other side is an end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            return; // it has ended
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
