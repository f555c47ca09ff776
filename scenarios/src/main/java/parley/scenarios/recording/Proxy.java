package parley.scenarios.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import parley.protocol.Address;
import parley.protocol.link.Link;
import parley.protocol.recording.Recorder;
import parley.protocol.recording.Side;

/**
 * Stands between any clients and a server, hands on every byte as it is, and records it first. Each connection has two
 * threads, one for each direction; when one side ends its stream, so does the proxy towards the other.
 */
public final class Proxy implements Closeable {

    private static final int BUFFER = 16 * 1024;
    private static final long LAST_BYTES_SECONDS = 2;

    /** The way to the server. */
    public interface Upstream {
        /** Opens a connection of its own. */
        Link connect() throws IOException;
    }

    private final Door door;
    private final Upstream upstream;
    private final Recorder recorder;
    private final Consumer<String> notes;
    private final Set<Link> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Proxy(Door door, Upstream upstream, Recorder recorder, Consumer<String> notes) {
        this.door = door;
        this.upstream = upstream;
        this.recorder = recorder;
        this.notes = notes;
    }

    /**
     * Listens on this machine, until it is closed.
     *
     * @param notes is told what did not go well, a sentence at a time
     * @throws IOException if the port cannot be had
     */
    public static Proxy open(Listening at, Upstream upstream, Recorder recorder, Consumer<String> notes)
            throws IOException {
        Door door = Door.open(at);
        Proxy proxy = new Proxy(door, upstream, recorder, notes);
        door.admit(proxy::visit, notes);
        return proxy;
    }

    /** Where it listens. */
    public Address address() {
        return door.address();
    }

    private void visit(Link client) {
        try {
            threads.execute(() -> converse(client));
        } catch (RejectedExecutionException e) {
            client.cut(); // who comes while it closes has come too late
        }
    }

    private void converse(Link client) {
        open.add(client);
        Recorder.Connection recording = recorder.open();
        try (client; Link server = upstream.connect()) {
            open.add(server);
            Thread answers =
                    Thread.ofVirtual().start(() -> pump(Side.SERVER, server, client, recording));
            pump(Side.CLIENT, client, server, recording);
            answers.join();
            open.remove(server);
        } catch (IOException e) {
            notes.accept(String.valueOf(e.getMessage()));
            recording.closed(Side.SERVER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    /** Hands on what one side says until it ends; a connection that breaks ends for the other side as well. */
    private static void pump(Side from, Link source, Link target, Recorder.Connection recording) {
        boolean whole = handOn(from, source, target, recording);
        recording.closed(from);
        if (whole) {
            hangUp(target);
        } else {
            source.cut();
            target.cut();
        }
    }

    private static boolean handOn(Side from, Link source, Link target, Recorder.Connection recording) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (source.read(buffer) >= 0) {
                buffer.flip();
                recording.heard(from, buffer);
                while (buffer.hasRemaining()) {
                    target.write(buffer);
                }
                buffer.clear();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Listens no more, ends the connections, and returns when all that went through is recorded. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            notes.accept("the port could not be closed: " + e.getMessage());
        }
        threads.shutdown();
        try {
            open.forEach(Proxy::hangUp);
            if (!threads.awaitTermination(LAST_BYTES_SECONDS, TimeUnit.SECONDS)) {
                open.forEach(Link::cut);
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            open.forEach(Link::cut);
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static void hangUp(Link link) {
        try {
            link.shutdownOutput();
        } catch (IOException e) {
            link.cut();
        }
    }
}
