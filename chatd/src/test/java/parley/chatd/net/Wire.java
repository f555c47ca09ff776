package parley.chatd.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.protocol.Address;
import parley.protocol.Delivery;
import parley.protocol.json.JsonLines;
import parley.protocol.line.Line;
import parley.protocol.line.LineReader;

/** A bare connection, for what no decent client does. What it waits for, it waits for 10 seconds. */
final class Wire implements Closeable {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int SMALL_BUFFER = 4096;

    private final Socket socket;
    private final LineReader lines;

    private Wire(Address address, int receiveBuffer) throws IOException {
        socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(address.resolve(), PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        InputStream input = socket.getInputStream();
        lines = new LineReader(Channels.newChannel(input), 1 << 20);
    }

    static Wire open(Address address) throws IOException {
        return new Wire(address, 0);
    }

    /** Takes little before the server has to wait for it. */
    static Wire openNarrow(Address address) throws IOException {
        return new Wire(address, SMALL_BUFFER);
    }

    /** Says hello and reads the welcome. */
    Wire hello(String nick) throws IOException {
        send("{\"do\":\"hello\",\"nick\":\"" + nick + "\"}\n");
        next();
        return this;
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** What the server says next; empty at the end of the stream. */
    Optional<Delivery> next() throws IOException {
        Line line = lines.read();
        return line == null ? Optional.empty() : JsonLines.readDelivery(((Line.Text) line).text());
    }

    /** The next line as it is; empty at the end of the stream. */
    Optional<String> nextLine() throws IOException {
        Line line = lines.read();
        return line == null ? Optional.empty() : Optional.of(((Line.Text) line).text());
    }

    /** Takes whatever has come and forgets it; false at the end of the stream. */
    boolean skip() throws IOException {
        return socket.getInputStream().read(new byte[1 << 16]) >= 0;
    }

    /** Everything that the server says until it ends the stream. */
    List<Delivery> rest() throws IOException {
        List<Delivery> rest = new ArrayList<>();
        for (Optional<Delivery> delivery = next(); delivery.isPresent(); delivery = next()) {
            rest.add(delivery.get());
        }
        return rest;
    }

    /** Passes over whatever the server says until it ends the stream. */
    void skipToTheEnd() throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Whether the server ends the connection. */
    boolean isCut() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Says nothing more, and goes on listening. */
    void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends the connection as a crash or a cable does: the other end finds it reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
