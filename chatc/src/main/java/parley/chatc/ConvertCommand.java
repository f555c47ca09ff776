package parley.chatc;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.protocol.recording.Recorder;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Given;
import parley.scenarios.language.Parser;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.language.Step;
import parley.scenarios.recording.ScenarioRecorder;
import parley.scenarios.recording.ScenarioWriter;
import parley.scenarios.run.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chatc convert}. */
@Command(name = "convert", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Writes a recording as a scenario, or a scenario as a recording.",
                "A recording becomes steps that can be read, with what differs from run to run left out or captured. A"
                        + " scenario (*.chat) is run in this process, over JSON lines unless --irc is given, and recorded."},
        footer = {"", "Exit status: 1 if the scenario fails, 2 if the file cannot be read or understood.", "",
                "Examples:", "  chatc convert session.jsonl > session.chat",
                "  chatc convert session.chat --out session.jsonl"})
final class ConvertCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Option(names = "--out", paramLabel = "FILE",
            description = "Where to write; otherwise, a scenario goes to standard output.")
    private @Nullable Path out;

    @Parameters(paramLabel = "FILE", description = "The recording, or the scenario.")
    private Path file = Path.of("");

    ConvertCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        return file.toString().endsWith(".chat") ? record() : write();
    }

    private int write() throws Complaint {
        RecordingFiles.check(file);
        try {
            if (out == null) {
                ScenarioWriter.write(file, chatc.shell().out()::println);
                chatc.shell().out().flush();
            } else {
                try (PrintWriter target = new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8))) {
                    ScenarioWriter.write(file, target::println);
                }
            }
            return Status.DONE;
        } catch (IOException e) {
            throw RecordingFiles.complaint(file, e);
        }
    }

    private int record() throws Exception {
        if (out == null) {
            throw new Complaint(Status.USAGE, "name the recording to write with --out FILE");
        }
        Scenario scenario = read();
        Optional<Step> unspeakable = ScenarioRecorder.unspeakable(scenario);
        if (unspeakable.isPresent()) {
            throw new Complaint(Status.USAGE, unspeakable.get().written()
                    + ": of what happens to server and network, a recording has what went over the wire and nothing else");
        }
        Shell shell = chatc.shell();
        try (Recorder recorder = RecordingFiles.record(shell, out, List.of(), ScenarioRecorder.server(scenario))) {
            RunOptions options = RunOptions.STANDARD.over(chatc.options().dialectAsked());
            return switch (ScenarioRecorder.record(scenario, recorder, options, Piping.notes(shell))) {
                case Outcome.Passed passed -> Status.DONE;
                case Outcome.Failed failed ->
                    throw new Complaint(Status.FAILED, failed.failure().step() + ": " + failed.failure().problem());
            };
        }
    }

    private Scenario read() throws Complaint {
        try {
            return Parser.file(file, new Given(Map.of(), chatc.shell().env()));
        } catch (ScenarioInvalid e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()).lines().toList());
        }
    }
}
