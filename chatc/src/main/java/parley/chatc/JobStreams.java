package parley.chatc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parley.chatc.job.Streams;
import parley.chatc.pipe.Batches;
import parley.chatc.pipe.Later;
import parley.chatc.pipe.LineMessages;
import parley.chatc.pipe.Sending;
import parley.chatc.pipe.Tally;
import parley.chatc.text.SafeText;

/**
 * Prints what a command prints, or says it in the room. It may have what somebody said in it, so that a terminal gets it
 * as harmless as everything else that others say.
 *
 * @param replies makes what sends one command's output into the room; null if it is printed here
 */
record JobStreams(Shell shell, @Nullable Supplier<Sending> replies) implements Streams {

    /** Lines that come within that time are one message. */
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    @Override
    public void out(InputStream out) throws IOException {
        if (replies == null) {
            print(out, shell.out(), shell.outIsTerminal() ? SafeText::line : line -> line);
        } else {
            reply(replies.get(), out);
        }
    }

    @Override
    public void err(InputStream err) throws IOException {
        print(err, shell.err(), SafeText::line);
    }

    private static void print(InputStream from, PrintWriter to, UnaryOperator<String> spelling) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            to.print(spelling.apply(line) + "\n");
            to.flush();
        }
    }

    private void reply(Sending sending, InputStream out) {
        sending.pump(Batches.of(LineMessages.withEmptyOnes(out, Piping.notes(shell)), TOGETHER, Later.really()));
        for (Tally.Trouble trouble : sending.outcome().join().troubles()) {
            if (trouble instanceof Tally.Refused refused) {
                Piping.notes(shell).accept("the reply is not stored: " + refused.refused().text());
            }
        }
    }
}
