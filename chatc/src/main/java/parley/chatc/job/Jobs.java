package parley.chatc.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import parley.protocol.text.TimeSpan;

/**
 * Runs a command for each match, so many at a time, each for so long. Any thread may start one; each runs on a thread of
 * its own with two more for its output. What has run too long is asked to end (SIGTERM), with all it has started, and
 * two seconds later ended (SIGKILL).
 */
public final class Jobs implements AutoCloseable {

    /** How many matches may wait for their turn. */
    public static final int MOST_WAITING = 100;

    private final Recipe recipe;
    private final Streams streams;
    private final Consumer<String> notes;
    private final ThreadPoolExecutor threads;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /** Reads a command's output to its end. */
    private interface Reading {
        void read(InputStream output) throws IOException;
    }

    /**
     * @param atOnce how many may run at a time
     * @param notes is told what did not go well, a sentence at a time
     */
    public Jobs(int atOnce, Recipe recipe, Streams streams, Consumer<String> notes) {
        this.recipe = recipe;
        this.streams = streams;
        this.notes = notes;
        this.threads = new ThreadPoolExecutor(atOnce, atOnce, 0, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING), Thread.ofPlatform().daemon().name("job-", 1).factory());
    }

    /** Runs the command for this match, now or when it is its turn. */
    public void start(Match match) {
        try {
            threads.execute(() -> run(match));
        } catch (RejectedExecutionException e) {
            notes.accept(MOST_WAITING + " messages wait already; one from " + match.said().from()
                    + " is passed over");
        }
    }

    private void run(Match match) {
        try {
            Process process = recipe.start(match);
            running.add(process);
            try {
                attend(process, match);
            } finally {
                running.remove(process);
            }
        } catch (IOException e) {
            notes.accept(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attend(Process process, Match match) throws InterruptedException {
        if (ended) {
            Ending.of(process);
        }
        Thread out = read(streams::out, process.getInputStream());
        Thread err = read(streams::err, process.getErrorStream());
        feed(process, match);
        if (!process.waitFor(TimeUnit.NANOSECONDS.convert(recipe.within()), TimeUnit.NANOSECONDS)) {
            notes.accept(name() + " took longer than " + TimeSpan.write(recipe.within()) + " and was ended");
            Ending.of(process);
        } else if (process.exitValue() != 0 && !ended) {
            notes.accept(name() + " ended with status " + process.exitValue());
        }
        // What it has started may hold its output open for ever.
        out.join(Ending.GRACE);
        err.join(Ending.GRACE);
    }

    private String name() {
        return recipe.command().getFirst();
    }

    private Thread read(Reading reading, InputStream stream) {
        return Thread.ofPlatform().daemon().name("job-output").start(() -> {
            try (stream) {
                reading.read(stream);
            } catch (IOException e) {
                notes.accept("the output of " + name() + " is lost: " + e.getMessage());
            }
        });
    }

    private static void feed(Process process, Match match) {
        try (OutputStream in = process.getOutputStream()) {
            in.write((match.said().text() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return; // it has ended, or does not care for its input
        }
    }

    /** Ends all that run, and starts no more. */
    public void end() {
        ended = true;
        List<Process> all = List.copyOf(running); // before those who wait for them are told to go
        threads.shutdownNow();
        all.parallelStream().forEach(process -> {
            try {
                Ending.of(process);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Starts no more, and waits for those that run. */
    @Override
    public void close() {
        threads.getQueue().clear();
        threads.close();
    }
}
