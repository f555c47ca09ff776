package parley.chatc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.chatc.job.Child;
import parley.chatc.session.Server;
import parley.protocol.Address;
import parley.protocol.recording.Recorder;
import parley.scenarios.recording.Listening;
import parley.scenarios.recording.Proxy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chatc record}. */
@Command(name = "record", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        customSynopsis = {"chatc record [OPTIONS] FILE",
                "       chatc record [OPTIONS] --proxy [--out FILE] [-- COMMAND [ARGUMENT...]]",
                "       chatc record --check-secrets FILE..."},
        description = {"Records a session: what goes over the wire in both directions, line by line as it happens, with"
                + " names in place of passwords, keys and tokens.",
                "With a FILE, chats as chatc does, and records that. With --proxy, stands between any clients and the"
                        + " server, whatever the two speak; if there is a command, it is run, and the recording ends"
                        + " with it."},
        footer = {"", "Exit status: the command's; 2 if the file cannot be written, 69 if there is no server.", "",
                "Examples:", "  chatc record session.jsonl          chats, and records it",
                "  chatc record --proxy -- ./bot.py --port {port}",
                "  chatc record --server irc.example.org:6697 --tls --proxy --out bot.jsonl -- ./bot.py",
                "  chatc record --redact 'card (\\d+)' --proxy --listen 6668   until Ctrl-C",
                "  chatc record --check-secrets recordings/*.jsonl   for CI: 1 if there are any"})
final class RecordCommand implements Callable<Integer> {

    private static final Path USUAL = Path.of("recording.jsonl");

    private final Chatc chatc;

    @Option(names = "--proxy", paramLabel = "HOST:PORT", arity = "0..1", fallbackValue = "",
            description = "Stand between clients and this server; without an address, the one of --server.")
    private @Nullable String proxy;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; otherwise recording.jsonl.")
    private @Nullable Path out;

    @Option(names = "--listen", paramLabel = "PORT", description = "Where the proxy listens; otherwise any free port.")
    private int port;

    @Option(names = "--port-file", paramLabel = "FILE", description = "Write the proxy's port into this file.")
    private @Nullable Path portFile;

    @Option(names = "--redact", paramLabel = ToPattern.LABEL, converter = ToPattern.class,
            description = "This is a secret as well; if the pattern has a group, only that. May be given several times.")
    private List<Pattern> redact = List.of();

    @Option(names = "--check-secrets",
            description = "Record nothing, but say where recordings have what looks like a secret; never the secret.")
    private boolean check;

    @Parameters(paramLabel = "FILE|COMMAND", arity = "0..*",
            description = "Where to write. With --proxy: " + ChildOptions.DESCRIPTION)
    private List<String> words = List.of();

    RecordCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        if (check) {
            return SecretCheck.run(chatc.shell(), words.stream().map(Path::of).toList(), redact);
        }
        return proxy == null ? chat() : betweenOthers(proxy);
    }

    private int chat() throws Exception {
        List<String> files = new ArrayList<>(words);
        if (out != null) {
            files.add(out.toString());
        }
        if (files.size() != 1) {
            throw new Complaint(Status.USAGE, files.isEmpty()
                    ? "name the file to write: chatc record FILE; or, to record others, add --proxy"
                    : "a command is run with --proxy only; otherwise name one file to write");
        }
        Server server = chatc.options().way(chatc.shell());
        try (Recorder recorder = begin(Path.of(files.getFirst()), server);
             Proxy between = open(server, recorder)) {
            chatc.options().goThrough(between.address());
            return chatc.call();
        }
    }

    private int betweenOthers(String target) throws Exception {
        Shell shell = chatc.shell();
        if (!words.isEmpty()) {
            ChildOptions.check(shell, words);
        }
        Server asked = chatc.options().way(shell);
        Server server = target.isEmpty() ? asked : new Server(address(target), asked.tls(), asked.dialect());
        Path file = out == null ? USUAL : out;
        try (Recorder recorder = begin(file, server); Proxy between = open(server, recorder)) {
            Ports.write(portFile, between.address().port());
            if (words.isEmpty()) {
                Piping.notes(shell).accept("recording into " + file + "; connect to " + between.address()
                        + " instead of " + server.address() + "; Ctrl-C ends");
                new CountDownLatch(1).await();
            }
            return run(between.address());
        }
    }

    private int run(Address address) throws Exception {
        try (Child child = ChildOptions.start(chatc.shell(), words, address)) {
            return child.await();
        }
    }

    private static Address address(String target) throws Complaint {
        try {
            return Address.parse(target);
        } catch (IllegalArgumentException e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** Where no server is, nothing is recorded: that is said at once, and no file is touched. */
    private Recorder begin(Path file, Server server) throws Complaint, IOException {
        server.dial().close();
        return RecordingFiles.record(chatc.shell(), file, redact);
    }

    private Proxy open(Server server, Recorder recorder) throws Complaint {
        try {
            return Proxy.open(new Listening(port, null), server::dial, recorder, Piping.notes(chatc.shell()));
        } catch (IOException e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
