package parley.chatc;

import java.util.List;
import java.util.concurrent.Callable;
import parley.chatc.pipe.Messages;
import parley.chatc.text.Pieces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chatc send}. */
@Command(name = "send", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Sends a message, or every line of the input as one, and waits until the server has stored it.",
                "Empty lines are skipped, lines longer than a message are sent in several, bytes that are not UTF-8"
                        + " become U+FFFD; standard error says so."},
        footer = {"", "Exit status: 0 if everything is stored; otherwise standard error says how much is, and what"
                + " failed first. With --json, the server's answers are printed.", "",
                "Examples:", "  chatc send hello, world            sends one message",
                "  make 2>&1 | chatc send --nick ci   sends a log, line by line",
                "  chatc send -- --nick is an option  sends a text that begins with a minus"})
final class SendCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Parameters(paramLabel = "TEXT", arity = "0..*",
            description = "The message: the arguments with a space between them. Without any, the input is sent.")
    private List<String> words = List.of();

    SendCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        if (words.isEmpty()) {
            return Piping.sending(chatc, Piping.input(chatc.shell()));
        }
        String text = String.join(" ", words);
        if (!Pieces.fits(text)) {
            throw new Complaint(Status.USAGE, "the text has " + Pieces.bytes(text)
                    + " bytes, and a message holds about " + Pieces.MAX_BYTES
                    + "; on the standard input it would be split");
        }
        return Piping.sending(chatc, Messages.of(text));
    }
}
