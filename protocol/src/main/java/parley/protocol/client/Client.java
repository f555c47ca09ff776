package parley.protocol.client;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Request;
import parley.protocol.line.Line;
import parley.protocol.line.LineReader;
import parley.protocol.link.ClientTls;
import parley.protocol.link.Link;

/**
 * One connection to a server, in one of the dialects.
 *
 * <p>Any thread may send. A thread of the client's own reads: it completes answers, tells the listener, and
 * answers the server's own pings, so that a client that only listens is not taken for dead.
 */
public final class Client implements Closeable {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration GOODBYE_TIMEOUT = Duration.ofSeconds(2);
    /** What a client takes from a server in one line: far more than any server's own limit. */
    private static final int LINE_LIMIT = 1 << 20;

    private final Link link;
    private final ClientDialect dialect;
    private final Listener listener;
    private final Answers answers = new Answers();
    private final ReentrantLock writing = new ReentrantLock();
    private final CompletableFuture<Disconnected> end = new CompletableFuture<>();
    private volatile @Nullable String goodbye;

    private Client(Link link, ClientDialect dialect, Listener listener) {
        this.link = link;
        this.dialect = dialect;
        this.listener = listener;
    }

    /**
     * Connects to a server that speaks JSON lines. The first thing to send is a {@link Command.Hello}.
     *
     * @throws Unreachable if no connection comes about
     */
    public static Client connect(Address address, Listener listener) throws Unreachable {
        return over(Dial.open(address), new JsonClientDialect(), listener);
    }

    /**
     * The same over TLS.
     *
     * @throws Insecure if there is a server, but no secure connection to it comes about
     */
    public static Client connect(Address address, ClientTls tls, Listener listener) throws Unreachable {
        return over(Dial.open(address, tls), new JsonClientDialect(), listener);
    }

    /**
     * A client on a connection that is open already, on which nothing has been said yet.
     *
     * @param dialect made for this connection
     */
    public static Client over(Link link, ClientDialect dialect, Listener listener) {
        Client client = new Client(link, dialect, listener);
        // Not a virtual one: its first I/O starts a poller thread, and with that one a JVM takes 300 ms longer to exit.
        Thread.ofPlatform().daemon().name("client-reader").start(client::readUntilTheEnd);
        return client;
    }

    /**
     * Sends a command and waits for its answer, which may be a refusal.
     *
     * @throws Disconnected if the connection ended first
     * @throws NoAnswer if none came within 30 seconds
     */
    public Event.Answer ask(Command command) throws IOException, InterruptedException {
        return await(command, send(command));
    }

    /**
     * The same with a ref of the caller's, for a message that may have to be sent again. No two commands that wait for
     * their answers have the same one; those that this client makes itself are numbers.
     */
    public Event.Answer ask(Command command, String ref) throws IOException, InterruptedException {
        return await(command, send(command, ref));
    }

    private static Event.Answer await(Command command, CompletableFuture<Event.Answer> answer)
            throws IOException, InterruptedException {
        try {
            return answer.get(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Disconnected why ? new Disconnected(why) : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new NoAnswer(command, ANSWER_TIMEOUT);
        }
    }

    /**
     * Sends a command and does not wait for its answer, only until the connection has taken the bytes.
     *
     * @return the answer to come; ends with {@link Disconnected} if the connection ends first
     */
    public CompletableFuture<Event.Answer> send(Command command) {
        return send(command, answers.nextRef());
    }

    /** The same with a ref of the caller's. */
    public CompletableFuture<Event.Answer> send(Command command, String ref) {
        if (command instanceof Command.Hello hello && !hello.resume().isEmpty()) {
            answers.useFreshRefs(); // one that it used before it came back would be taken for the same message
        }
        CompletableFuture<Event.Answer> answer = answers.expect(ref);
        writing.lock();
        try {
            // Spelt and written as one, so that the dialect knows in which order the server gets what it spelt.
            dialect.say(new Request(ref, command)).forEach(this::sendLine);
        } finally {
            writing.unlock();
        }
        return answer;
    }

    /** Sends a line as it is, whatever it is. If the connection is over, the listener has learnt or learns of it. */
    public void sendLine(String line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + dialect.lineEnd()).getBytes(StandardCharsets.UTF_8));
        writing.lock();
        try {
            while (bytes.hasRemaining()) {
                link.write(bytes);
            }
        } catch (IOException e) {
            // What the server said last, perhaps why it ended the session, may still be there to read:
            // so the end is the reader's to find and to tell, and this line's answer ends with it.
            return;
        } finally {
            writing.unlock();
        }
    }

    private void readUntilTheEnd() {
        String why = "the server closed the connection";
        try (LineReader lines = new LineReader(link, LINE_LIMIT)) {
            read(lines);
        } catch (ClosedChannelException e) {
            why = "the connection was closed here";
        } catch (IOException e) {
            why = "the connection broke: " + e.getMessage();
        } finally {
            Disconnected disconnected = new Disconnected(goodbye == null ? why : goodbye);
            answers.end(disconnected);
            listener.ended(disconnected);
            end.complete(disconnected);
        }
    }

    private void read(LineReader lines) throws IOException {
        for (Line line = lines.read(); line != null; line = lines.read()) {
            String text = text(line);
            ClientDialect.Heard heard = dialect.hear(text);
            listener.received(text, heard);
            heard.deliveries().forEach(this::handle);
            heard.replies().forEach(this::sendLine);
        }
    }

    private static String text(Line line) throws IOException {
        return switch (line) {
            case Line.Text text -> text.text();
            case Line.TooLong tooLong ->
                throw new IOException("the server sent a line of more than " + tooLong.limit() + " bytes");
            case Line.NotUtf8 notUtf8 -> throw new IOException("the server sent a line that is not UTF-8");
        };
    }

    private void handle(Delivery delivery) {
        if (delivery.event() instanceof Event.Bye bye) {
            goodbye = bye.why();
        }
        listener.delivered(delivery);
        answers.arrived(delivery);
    }

    /** Says goodbye, waits a moment for the server to say it too, and closes. */
    @Override
    public void close() {
        quit(null);
    }

    /** Says goodbye with a reason that the others see, and closes. */
    public void quit(@Nullable String why) {
        if (!end.isDone()) {
            // On a thread of its own, because a server that reads nothing would hold whoever writes to it.
            Thread.ofPlatform().daemon().name("goodbye").start(() -> sayGoodbye(why));
            awaitEnd(GOODBYE_TIMEOUT);
        }
        drop();
    }

    private void sayGoodbye(@Nullable String why) {
        var _ = send(new Command.Quit(why)); // answered or not, the end of the connection is what counts
    }

    private void awaitEnd(Duration timeout) {
        try {
            end.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // A server that does not say goodbye is left all the same.
            return;
        }
    }

    /**
     * Ends this side of the connection without a goodbye, as when a client dies. What the server still says is heard;
     * the listener is told of the end once the server has ended its side too, and so has noticed.
     */
    public void hangUp() {
        try {
            link.shutdownOutput();
        } catch (IOException e) {
            drop(); // there is nothing to hang up any more
        }
    }

    /** Ends the connection without a goodbye. The listener is told; waiting answers end with {@link Disconnected}. */
    public void drop() {
        try {
            link.close();
        } catch (IOException e) {
            // Nothing is left to lose: what was not answered ends with Disconnected.
            return;
        }
    }
}
