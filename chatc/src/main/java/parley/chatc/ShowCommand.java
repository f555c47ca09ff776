package parley.chatc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import parley.chatc.pipe.NobodyReads;
import parley.chatc.pipe.Output;
import parley.chatc.text.SafeText;
import parley.scenarios.recording.RecordingText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chatc show}. */
@Command(name = "show", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Prints a recording for people: when, who, in which direction and what.",
                "-> is what a client said, <- what the server told it."},
        footer = {"", "Examples:", "  chatc show session.jsonl | less",
                "  chatc show --who alice --who bob session.jsonl"})
final class ShowCommand implements Callable<Integer> {

    private static final String GREY = "\u001b[38;5;244m";
    private static final String PLAIN = "\u001b[0m";

    private final Chatc chatc;

    @Option(names = "--who", paramLabel = "NICK",
            description = "Only what this one said and was told; may be given several times.")
    private List<String> who = List.of();

    @Parameters(paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    ShowCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        Shell shell = chatc.shell();
        boolean colour = shell.outIsTerminal() && shell.variable("NO_COLOR").isEmpty();
        Output output = new Output(shell.out());
        Set<String> wanted = new TreeSet<>(who);
        try (RecordingText text = RecordingText.open(file)) {
            Set<String> there = text.nicks();
            for (String nick : wanted) {
                if (!there.contains(nick)) {
                    throw new Complaint(Status.USAGE, nick + " is not in " + file + "; there "
                            + (there.size() == 1 ? "is " : "are ") + String.join(", ", there));
                }
            }
            for (RecordingText.Row row = text.next(); row != null; row = text.next()) {
                if (wanted.isEmpty() || wanted.contains(row.who())) {
                    output.print(line(row, colour));
                }
            }
            text.warning().ifPresent(Piping.notes(shell));
        } catch (NobodyReads e) {
            return Status.DONE;
        } catch (IOException e) {
            throw RecordingFiles.complaint(file, e);
        }
        return Status.DONE;
    }

    private static String line(RecordingText.Row row, boolean colour) {
        String time = "%10.3f".formatted(row.seconds());
        String text = SafeText.line(row.text());
        return (colour ? GREY + time + PLAIN : time) + "  " + SafeText.line(row.who()) + " " + row.arrow() + " " + text;
    }
}
