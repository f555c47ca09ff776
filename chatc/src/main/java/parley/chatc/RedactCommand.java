package parley.chatc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import parley.protocol.recording.Redactor;
import parley.scenarios.recording.Rewriting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chatc redact}. */
@Command(name = "redact", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Puts names in place of the secrets in recordings: passwords, keys, what SASL sends, tokens of"
                + " well-known kinds, and what --redact finds. The files are written anew.",
                "chatc record does so from the beginning; this is for what it did not know of."},
        footer = {"", "Exit status: with --check, 1 if there are any.", "", "Examples:",
                "  chatc redact --redact 'card (\\d+)' session.jsonl", "  chatc redact --check recordings/*.jsonl"})
final class RedactCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Option(names = "--redact", paramLabel = ToPattern.LABEL, converter = ToPattern.class,
            description = "This is a secret as well; if the pattern has a group, only that. May be given several times.")
    private List<Pattern> redact = List.of();

    @Option(names = "--check", description = "Change nothing, but say where there are secrets; never the secret.")
    private boolean check;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The recordings.")
    private List<Path> files = List.of();

    RedactCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        if (check) {
            return SecretCheck.run(chatc.shell(), files, redact);
        }
        for (Path file : files) {
            try {
                Rewriting.redact(file, file, new Redactor(redact));
            } catch (IOException e) {
                throw RecordingFiles.complaint(file, e);
            }
        }
        return Status.DONE;
    }
}
