package parley.scenarios.run;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What goes in one direction: a virtual thread takes it in and says when it is due, another puts it out then, in pieces
 * as the weather has them. What waits in between is bounded, so that a reader who does not read is felt by who writes.
 */
final class Current {

    private static final int MOST_WAITING = 256;
    private static final int CHUNK = 1 << 13;

    private final Socket from;
    private final Socket to;
    private final Supplier<Weather> weather;
    private final Runnable ended;
    private final BlockingQueue<Chunk> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    /** Bytes that may arrive from a time on, as {@link System#nanoTime} counts; none at the end. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Chunk(byte[] bytes, long due) {
    }

    /** @param ended called once, when all that came has been put out */
    Current(Socket from, Socket to, Supplier<Weather> weather, Runnable ended) {
        this.from = from;
        this.to = to;
        this.weather = weather;
        this.ended = ended;
    }

    void begin() {
        Thread out = Thread.ofVirtual().name("proxy-out").start(this::putOut);
        Thread.ofVirtual().name("proxy-in").start(() -> takeIn(out));
    }

    private void takeIn(Thread out) {
        try {
            byte[] buffer = new byte[CHUNK];
            for (int n = read(buffer); n > 0; n = read(buffer)) {
                waiting.put(new Chunk(Arrays.copyOf(buffer, n),
                        System.nanoTime() + weather.get().delay().toNanos()));
            }
            waiting.put(new Chunk(new byte[0], System.nanoTime()));
        } catch (InterruptedException e) {
            out.interrupt();
        }
    }

    /** How many bytes came; none at the end, which a broken connection is as well. */
    private int read(byte[] buffer) {
        try {
            return from.getInputStream().read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    private void putOut() {
        try {
            for (Chunk chunk = waiting.take(); chunk.bytes().length > 0; chunk = waiting.take()) {
                TimeUnit.NANOSECONDS.sleep(chunk.due() - System.nanoTime());
                put(chunk.bytes());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.run();
        }
    }

    /** Puts bytes out; where nobody takes them, they are gone. */
    private void put(byte[] bytes) throws InterruptedException {
        try {
            OutputStream out = to.getOutputStream();
            for (int at = 0; at < bytes.length;) {
                Weather now = weather.get();
                int length = Math.min(now.piece(), bytes.length - at);
                out.write(bytes, at, length);
                at += length;
                TimeUnit.NANOSECONDS.sleep(now.nanosFor(length));
            }
        } catch (IOException e) {
            return;
        }
    }
}
