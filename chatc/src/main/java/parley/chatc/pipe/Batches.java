package parley.chatc.pipe;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.chatc.text.Pieces;

/**
 * Joins lines that come soon after each other into one message. A message takes lines for as long as it was told from
 * its first line on, and, if the one before it is still to be sent then, for longer; but no more than fit it.
 *
 * <p>One thread, which {@link #of} starts, reads lines and adds them; another takes messages with {@link #next}; a third
 * tells when the time is over. The lock guards all fields; nothing is read or sent under it.
 */
public final class Batches implements Messages {

    private final Duration time;
    private final Later later;
    private final StringBuilder text = new StringBuilder();
    private long firstLine;
    private long lastLine;
    /** Counts messages, so that a time that is over ends no later message. */
    private long batch;
    private boolean ripe;
    private boolean ended;
    private @Nullable IOException broken;

    private Batches(Duration time, Later later) {
        this.time = time;
        this.later = later;
    }

    /** Joins lines that come within that time of the first of them. Lines without text separate paragraphs. */
    public static Messages of(Messages lines, Duration time, Later later) {
        Batches batches = new Batches(time, later);
        // A daemon, because it may be stuck in a read for ever, and must not keep the JVM then.
        Thread.ofPlatform().daemon().name("lines").start(() -> batches.read(lines));
        return batches;
    }

    private void read(Messages lines) {
        try {
            for (Message line = lines.next(); line != null; line = lines.next()) {
                add(line);
            }
            end(null);
        } catch (IOException e) {
            end(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(null);
        }
    }

    private synchronized void add(Message line) throws InterruptedException {
        while (!text.isEmpty() && !Pieces.fits(text + separator(line) + line.text())) {
            ripen();
            wait();
        }
        if (text.isEmpty() && line.text().isEmpty()) {
            return; // no message begins with an empty line
        }
        if (text.isEmpty()) {
            begin(line);
        } else {
            text.append(separator(line));
        }
        text.append(line.text());
        lastLine = line.line();
    }

    /** Between the pieces of a line that is longer than a message there is nothing. */
    private String separator(Message line) {
        return line.line() == lastLine ? "" : "\n";
    }

    private void begin(Message line) {
        firstLine = line.line();
        long begun = ++batch;
        later.after(time, () -> over(begun));
    }

    private synchronized void over(long begun) {
        if (begun == batch) {
            ripen();
        }
    }

    private void ripen() {
        ripe = true;
        notifyAll();
    }

    private synchronized void end(@Nullable IOException why) {
        ended = true;
        broken = why;
        notifyAll();
    }

    @Override
    public synchronized @Nullable Message next() throws IOException, InterruptedException {
        while (!ended && !(ripe && !text.isEmpty())) {
            wait();
        }
        if (!text.isEmpty()) {
            return take();
        }
        if (broken != null) {
            throw broken;
        }
        return null;
    }

    private Message take() {
        Message message = new Message(firstLine, withoutEmptyEnd());
        text.setLength(0);
        ripe = false;
        batch++;
        notifyAll();
        return message;
    }

    private String withoutEmptyEnd() {
        int end = text.length();
        while (text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }
}
