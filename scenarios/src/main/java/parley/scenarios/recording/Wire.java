package parley.scenarios.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import parley.protocol.link.Link;
import parley.protocol.recording.LineEnd;
import parley.protocol.recording.WireCutter;

/** A connection that one side of which is played. Any thread may send; one of its own reads. */
final class Wire {

    private static final int BUFFER = 16 * 1024;

    private final Link link;
    private final ReentrantLock writing = new ReentrantLock();

    /** Hears what the other side says, on the wire's own thread. */
    interface Ear extends WireCutter.Sink {
        /** The other side has ended its stream, or the connection broke. */
        void ended();

        /** It is about to end since the connection broke. */
        default void broke(IOException why) {
            // Most do not care why.
        }
    }

    Wire(Link link) {
        this.link = link;
    }

    /** Begins to read. */
    void start(Ear ear) {
        Thread.ofVirtual().name("play-reader").start(() -> read(ear));
    }

    private void read(Ear ear) {
        WireCutter cutter = new WireCutter(ear);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (link.read(buffer) >= 0) {
                cutter.feed(buffer.flip());
                buffer.clear();
            }
        } catch (IOException e) {
            // It broke; what came before counts all the same.
            link.cut();
            ear.broke(e);
        } finally {
            cutter.flush();
            ear.ended();
        }
    }

    /** Sends a line; a connection that is over is the reader's to notice. */
    void send(String text, LineEnd end) {
        send((text + end.characters()).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes, one for each character. */
    void sendBytes(String bytes) {
        send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void send(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        writing.lock();
        try {
            while (buffer.hasRemaining()) {
                link.write(buffer);
            }
        } catch (IOException e) {
            link.cut();
        } finally {
            writing.unlock();
        }
    }

    /** Ends this side's stream. */
    void hangUp() {
        try {
            link.shutdownOutput();
        } catch (IOException e) {
            link.cut();
        }
    }

    void cut() {
        link.cut();
    }
}
