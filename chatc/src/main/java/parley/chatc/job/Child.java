package parley.chatc.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A command that runs beside this program and ends with it, whatever happens to either. Its input and output are this
 * program's own, or go through {@link Streams}.
 */
public final class Child implements AutoCloseable {

    private final Process process;
    private final List<Thread> readers = new ArrayList<>();
    private final Thread last = new Thread(this::end, "child-end");

    private Child(Process process) {
        this.process = process;
    }

    /** Starts it with the terminal that this program has. */
    public static Child atTerminal(Recipe recipe) throws IOException {
        return started(new Child(recipe.builder().inheritIO().start()));
    }

    /**
     * Starts it.
     *
     * @param input what it reads, which is pumped on a thread of its own
     */
    public static Child piped(Recipe recipe, InputStream input, Streams streams) throws IOException {
        Child child = started(new Child(recipe.builder().start()));
        child.readers.add(Thread.ofPlatform().daemon().name("child-out")
                .start(() -> quietly(() -> streams.out(child.process.getInputStream()))));
        child.readers.add(Thread.ofPlatform().daemon().name("child-err")
                .start(() -> quietly(() -> streams.err(child.process.getErrorStream()))));
        Thread.ofPlatform().daemon().name("child-in").start(() -> quietly(() -> child.feed(input)));
        return child;
    }

    private static Child started(Child child) {
        Runtime.getRuntime().addShutdownHook(child.last);
        return child;
    }

    /** Moves bytes. */
    private interface Pump {
        void run() throws IOException;
    }

    private static void quietly(Pump pump) {
        try {
            pump.run();
        } catch (IOException e) {
            return; // the other end is gone, and with it whoever would care
        }
    }

    private void feed(InputStream input) throws IOException {
        try (OutputStream out = process.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        }
    }

    /** Is done when it has ended, with its status: 128 and the number of the signal, if one ended it. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Waits until it has ended, and all it printed is printed here, and returns its status. */
    public int await() throws InterruptedException {
        int status = process.waitFor();
        readAll();
        return status;
    }

    /** The same for so long at most; empty if it still runs. */
    public OptionalInt await(Duration time) throws InterruptedException {
        if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            return OptionalInt.empty();
        }
        readAll();
        return OptionalInt.of(process.exitValue());
    }

    /** What it has started may hold its output open for ever. */
    private void readAll() throws InterruptedException {
        for (Thread reader : readers) {
            reader.join(Ending.GRACE);
        }
    }

    private void end() {
        try {
            Ending.of(process);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it, with all it has started, if it still runs. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(last);
        } catch (IllegalStateException e) {
            return; // this program is ending, and the hook with it
        }
    }
}
