package parley.chatc;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.chatc.pipe.Batches;
import parley.chatc.pipe.Later;
import parley.chatc.pipe.LineMessages;
import parley.chatc.pipe.Messages;
import parley.chatc.pipe.WholeInput;
import parley.chatc.text.Pieces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chatc send}. */
@Command(name = "send", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Sends a message, or every line of the input as one, and waits until the server has stored it.",
                "Empty lines are skipped, lines longer than a message are sent in several, bytes that are not UTF-8"
                        + " become U+FFFD; standard error says so. If the server wants it slower, it is sent slower."},
        footer = {"", "Exit status: 0 if everything is stored; otherwise standard error says how much is, and what"
                + " failed first. With --json, the server's answers are printed.", "",
                "Examples:", "  chatc send hello, world            sends one message",
                "  make 2>&1 | chatc send --nick ci   sends a log, line by line",
                "  make 2>&1 | chatc send --batch 1s  sends it in fewer, longer messages",
                "  git diff --stat | chatc send --whole   sends a text of several lines as one",
                "  chatc send -- --nick is an option  sends a text that begins with a minus"})
final class SendCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Option(names = "--whole", description = "Send all of the input as one message.")
    private boolean whole;

    @Option(names = "--batch", paramLabel = ToTimeSpan.LABEL, converter = ToTimeSpan.class,
            description = "Join lines that come within that time, like 500ms or 2s, of the first of them into one"
                    + " message, as many as fit.")
    private @Nullable Duration batch;

    @Parameters(paramLabel = "TEXT", arity = "0..*",
            description = "The message: the arguments with a space between them. Without any, the input is sent.")
    private List<String> words = List.of();

    SendCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        if (!words.isEmpty()) {
            return sendWords();
        }
        if (!whole) {
            return Piping.sendingInput(chatc, input(chatc.shell()));
        }
        if (batch != null) {
            throw new Complaint(Status.USAGE, "--whole makes one message and --batch several; give one of them");
        }
        return sendWhole();
    }

    private int sendWords() throws Exception {
        if (whole || batch != null) {
            throw new Complaint(Status.USAGE,
                    (whole ? "--whole" : "--batch") + " is about the input, which is not read if there is a TEXT");
        }
        return Piping.sending(chatc, Piping.message(words, "on the standard input it would be split"));
    }

    private Messages input(Shell shell) {
        return batch == null
                ? Piping.lines(shell)
                : Batches.of(LineMessages.withEmptyOnes(shell.in(), Piping.notes(shell)), batch, Later.really());
    }

    private int sendWhole() throws Exception {
        String text = read(chatc.shell());
        if (!Pieces.fits(text)) {
            throw new Complaint(Status.USAGE, "the input is longer than one message, which holds about "
                    + Pieces.MAX_BYTES + " bytes; without --whole it is sent line by line");
        }
        return text.isEmpty() ? Status.DONE : Piping.sending(chatc, text);
    }

    private static String read(Shell shell) throws Complaint {
        try {
            return WholeInput.read(shell.in(), Piping.notes(shell));
        } catch (IOException e) {
            throw new Complaint(Status.USAGE, "cannot read the standard input: " + e.getMessage());
        }
    }
}
