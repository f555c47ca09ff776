package parley.scenarios.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import parley.protocol.Address;

/** A bot as simple as can be. */
final class Peer implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;

    Peer(Address server) throws IOException {
        socket = new Socket(server.host(), server.port());
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    void say(String line) throws IOException {
        send((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Says these lines, each when a line with what stands before the bar has come; then says no more. */
    void says(String... all) throws IOException {
        for (String line : all) {
            String[] parts = line.split("\\|", 2);
            await(parts.length == 1 ? "" : parts[0]);
            say(parts[parts.length - 1]);
        }
        hangUp();
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Reads until a line has this; nothing, if it is empty. */
    void await(String part) throws IOException {
        if (part.isEmpty()) {
            return;
        }
        String line = lines.readLine();
        while (line != null && !line.contains(part)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the server ended the connection before it said " + part);
        }
    }

    String bytes(int count) throws IOException {
        StringBuilder bytes = new StringBuilder();
        while (bytes.length() < count) {
            bytes.append((char) lines.read());
        }
        return bytes.toString();
    }

    void hangUp() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
