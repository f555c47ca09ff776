package parley.scenarios.run;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Request;
import parley.protocol.json.JsonLines;
import parley.protocol.json.ReadRequest;

/** A server with manners of its own, to see that scenarios notice. What it is not told to do, it says is done. */
final class Puppet implements Closeable {

    /** Does something about a request; returns whether that was all there is to do. */
    interface Manner {
        boolean handle(Request request, Wire wire);
    }

    private final ServerSocket listener;
    private final Manner manner;
    private final List<Wire> wires = new CopyOnWriteArrayList<>();

    private Puppet(Manner manner) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.manner = manner;
        Thread.ofVirtual().start(this::accept);
    }

    static Puppet with(Manner manner) {
        try {
            return new Puppet(manner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Address address() {
        return new Address("127.0.0.1", listener.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Wire wire = new Wire(listener.accept());
                wires.add(wire);
                Thread.ofVirtual().start(() -> serve(wire));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Wire wire) {
        try (wire) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(wire.socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (JsonLines.readRequest(line) instanceof ReadRequest.Understood(Request request)
                        && !manner.handle(request, wire)) {
                    wire.answer(request, usual(request.command()));
                }
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private static Event usual(Command command) {
        return switch (command) {
            case Command.Hello hello -> new Event.Welcomed(hello.nick(), "puppet", List.of("#lobby"), "");
            case Command.Ping ping -> new Event.Pong();
            case Command.Quit quit -> new Event.Bye("quit");
            default -> Event.Done.PLAIN;
        };
    }

    @Override
    public void close() {
        for (Wire wire : wires) {
            wire.close();
        }
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The way to one client. */
    static final class Wire implements Closeable {
        private final Socket socket;
        private volatile String nick = "";

        private Wire(Socket socket) {
            this.socket = socket;
        }

        void nick(String given) {
            nick = given;
        }

        String nick() {
            return nick;
        }

        void answer(Request request, Event event) {
            send(request.ref(), event);
            if (event instanceof Event.Bye) {
                close();
            }
        }

        void send(@Nullable String re, Event event) {
            line(JsonLines.write(new Delivery(re, event)));
        }

        void line(String line) {
            try {
                socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
