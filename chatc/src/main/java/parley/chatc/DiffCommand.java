package parley.chatc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import parley.scenarios.recording.RecordingDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chatc diff}. */
@Command(name = "diff", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Prints in what two recordings differ, but for what differs from run to run: times, cursors,"
                + " message ids, hosts, signs of life.",
                "Order counts within a room and within what is private; between rooms and connections there is none."},
        footer = {"", "Exit status: 0 if they are the same, 1 if they differ, 2 if one cannot be read.", "",
                "Examples:",
                "  chatc diff before.jsonl after.jsonl"})
final class DiffCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Parameters(paramLabel = "FILE", arity = "2", description = "The two recordings.")
    private List<Path> files = List.of();

    DiffCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        for (Path file : files) {
            RecordingFiles.check(file);
        }
        try {
            long differences = RecordingDiff.of(files.getFirst(), files.getLast(), chatc.shell().out()::println);
            chatc.shell().out().flush();
            return differences == 0 ? Status.DONE : Status.FAILED;
        } catch (IOException e) {
            throw RecordingFiles.complaint(files.getFirst(), e);
        }
    }
}
