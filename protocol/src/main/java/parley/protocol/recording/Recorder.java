package parley.protocol.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import parley.protocol.link.Link;

/**
 * Records connections as their bytes go by. Who calls it does so before handing the bytes on: then whatever they lead to
 * comes after them in the recording. Any thread; of one connection, one thread for each direction.
 *
 * <p>Where the recording cannot be written, whoever asked for it is told once, and the chat goes on without it.
 */
public final class Recorder implements Closeable {

    private final RecordingWriter writer;
    private final Consumer<IOException> trouble;
    private final long begun = System.nanoTime();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicBoolean broken = new AtomicBoolean();
    private volatile boolean closed;

    /** @param trouble is told, at most once, that the recording could not be written */
    public Recorder(RecordingWriter writer, Consumer<IOException> trouble) {
        this.writer = writer;
        this.trouble = trouble;
    }

    /** A client has connected. */
    public Connection open() {
        return new Connection("c" + connections.incrementAndGet());
    }

    /** How many connections there have been. */
    public int connections() {
        return connections.get();
    }

    private long micros() {
        return (System.nanoTime() - begun) / 1000;
    }

    private void write(Entry entry) {
        if (broken.get() || closed) {
            return;
        }
        try {
            writer.write(entry);
        } catch (IOException e) {
            if (broken.compareAndSet(false, true)) {
                trouble.accept(e);
            }
        }
    }

    /** Ends the recording; connections that go on are not recorded any more. */
    @Override
    public void close() throws IOException {
        closed = true;
        writer.close();
    }

    /** One connection of those that are recorded. */
    public final class Connection {

        private final String who;
        private final WireCutter client;
        private final WireCutter server;

        private Connection(String who) {
            this.who = who;
            this.client = new WireCutter(sink(Side.CLIENT));
            this.server = new WireCutter(sink(Side.SERVER));
            write(new Entry.Opened(micros(), who));
        }

        private WireCutter.Sink sink(Side from) {
            return new WireCutter.Sink() {
                @Override
                public void line(String text, LineEnd end) {
                    write(new Entry.Line(micros(), who, from, text, end));
                }

                @Override
                public void bytes(String bytes) {
                    write(new Entry.Bytes(micros(), who, from, bytes));
                }
            };
        }

        /** Records what goes through a link of the server's. */
        public Link.Tap tap() {
            return new Link.Tap() {
                @Override
                public void came(ByteBuffer bytes) {
                    heard(Side.CLIENT, bytes);
                }

                @Override
                public void goes(ByteBuffer bytes) {
                    heard(Side.SERVER, bytes);
                }

                @Override
                public void ended() {
                    closed(Side.CLIENT);
                }

                @Override
                public void ends() {
                    closed(Side.SERVER);
                }
            };
        }

        /** One side has sent this; the buffer is as it was afterwards. */
        public void heard(Side from, ByteBuffer bytes) {
            (from == Side.CLIENT ? client : server).feed(bytes);
        }

        /** One side has ended its stream, which it does once. */
        public void closed(Side by) {
            (by == Side.CLIENT ? client : server).flush();
            write(new Entry.Closed(micros(), who, by));
        }
    }
}
