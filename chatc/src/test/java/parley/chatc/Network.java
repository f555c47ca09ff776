package parley.chatc;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.protocol.Address;

/** A network between clients and a server that a test can break: it passes bytes on, as long as it is whole. */
public final class Network implements AutoCloseable {

    private final Address server;
    private final ServerSocketChannel door;
    private final Set<SocketChannel> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean down;
    private volatile boolean swallowing;
    private volatile boolean losingAnswers;
    private volatile boolean losingDone;

    private Network(Address server, ServerSocketChannel door) {
        this.server = server;
        this.door = door;
    }

    public static Network to(Address server) throws IOException {
        ServerSocketChannel door =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Network network = new Network(server, door);
        Thread.ofVirtual().start(network::accept);
        return network;
    }

    /** Where clients connect. */
    public Address address() {
        return new Address("127.0.0.1", door.socket().getLocalPort());
    }

    /** Ends all connections, and every new one at once, until it is {@link #heal}ed. */
    public void cut() {
        down = true;
        ends.forEach(Network::close);
    }

    /** From now on swallows what is sent on the connections there are, in both directions, and ends none of them. */
    public void swallow() {
        swallowing = true;
    }

    /** From now on swallows what servers send: what clients ask is done, but they do not learn of it. */
    public void loseAnswers() {
        losingAnswers = true;
    }

    /** From now on swallows of what servers send that something is done: clients see what they said, but no answer. */
    public void loseDone() {
        losingDone = true;
    }

    /** New connections are passed on again; those it swallowed from stay dead. */
    public void heal() {
        if (swallowing || losingAnswers) {
            ends.clear(); // what is not known any more is not closed either
        }
        down = false;
        swallowing = false;
        losingAnswers = false;
        losingDone = false;
    }

    private void accept() {
        try {
            while (true) {
                join(door.accept());
            }
        } catch (IOException e) {
            return; // the test is over
        }
    }

    private void join(SocketChannel client) {
        if (down || swallowing || losingAnswers) {
            close(client);
            return;
        }
        try {
            SocketChannel there = SocketChannel.open(server.resolve());
            ends.add(client);
            ends.add(there);
            Thread.ofVirtual().start(() -> pass(client, there, false));
            Thread.ofVirtual().start(() -> pass(there, client, true));
        } catch (IOException e) {
            close(client);
        }
    }

    private void pass(SocketChannel from, SocketChannel to, boolean answers) {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        boolean dead = false;
        try {
            while (from.read(bytes.clear()) >= 0) {
                dead = dead || swallowing || (answers && losingAnswers);
                bytes.flip();
                if (answers && losingDone) {
                    bytes = withoutDone(bytes);
                }
                while (!dead && bytes.hasRemaining()) {
                    to.write(bytes);
                }
            }
        } catch (IOException e) {
            dead = false;
        }
        if (!dead) {
            close(from);
            close(to);
        }
    }

    /** A server writes whole lines. */
    private static ByteBuffer withoutDone(ByteBuffer bytes) {
        String kept = StandardCharsets.UTF_8.decode(bytes).toString().lines()
                .filter(line -> !line.contains("\"on\":\"done\"")).map(line -> line + "\n").collect(joining());
        return ByteBuffer.allocate(1 << 16).put(kept.getBytes(StandardCharsets.UTF_8)).flip();
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        ends.forEach(Network::close);
    }
}
