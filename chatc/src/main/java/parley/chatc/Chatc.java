package parley.chatc;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code chatc}. */
@Command(name = "chatc", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        synopsisSubcommandLabel = "[COMMAND]",
        description = {"Chats. On a terminal it is a chat client; type /help there.",
                "In a pipe it sends every line of its input as a message and prints what others say meanwhile."},
        footer = {"", "Exit status: 0 done, 1 an expectation failed, 2 wrong usage, 69 no server, 77 refused by the"
                + " server, 124 timed out, 130 interrupted.", "",
                "Examples:", "  chatc                              chats in the server's first room",
                "  chatc --nick alice --room dev      chats in #dev as alice",
                "  make 2>&1 | chatc send             sends a log, line by line",
                "  chatc tail --json | jq -r .text    prints what is said",
                "  chatc run scenarios/               proves that a server does what scenarios say"})
public final class Chatc implements Callable<Integer> {

    /** In the order in which help names them. */
    static final List<String> COMMANDS = List.of("send", "tail", "ask", "on", "who", "rooms", "status", "run", "report",
            "record", "replay", "serve", "show", "diff", "convert", "redact", "load", "config", "completion", "manual");

    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    private Chatc(Shell shell) {
        this.shell = shell;
    }

    /** Does what the arguments say. */
    public static void main(String[] args) {
        System.exit(run(Shell.system(), Arguments.asTyped(args)));
    }

    /** Does what the arguments say, in that shell, and returns the exit status. */
    static int run(Shell shell, String... args) {
        return commandLine(shell, args).execute(args);
    }

    /**
     * The command line with those of its commands that the arguments may mean. A command makes itself known by
     * reflection, which for all of them would take longer than to send a message.
     */
    private static CommandLine commandLine(Shell shell, String... args) {
        List<String> words = Arrays.asList(args);
        boolean all = words.contains("--help") || words.contains("-h");
        return commandLine(shell, COMMANDS.stream().filter(name -> all || words.contains(name)).toList());
    }

    /** The command line with all its commands. */
    static CommandLine whole(Shell shell) {
        return commandLine(shell, COMMANDS);
    }

    private static CommandLine commandLine(Shell shell, List<String> names) {
        Chatc chatc = new Chatc(shell);
        Complaints complaints = new Complaints(shell);
        CommandLine line = new CommandLine(chatc);
        names.forEach(name -> line.addSubcommand(chatc.command(name)));
        return line.setCaseInsensitiveEnumValuesAllowed(true).setOut(shell.out()).setErr(shell.err())
                .setExecutionExceptionHandler(complaints).setParameterExceptionHandler(complaints);
    }

    private Object command(String name) {
        return switch (name) {
            case "send" -> new SendCommand(this);
            case "tail" -> new TailCommand(this);
            case "ask" -> new AskCommand(this);
            case "on" -> new OnCommand(this);
            case "who" -> new WhoCommand(this);
            case "rooms" -> new RoomsCommand(this);
            case "status" -> new StatusCommand(this);
            case "run" -> new RunCommand(this);
            case "record" -> new RecordCommand(this);
            case "replay" -> new ReplayCommand(this);
            case "serve" -> new ServeCommand(this);
            case "show" -> new ShowCommand(this);
            case "diff" -> new DiffCommand(this);
            case "convert" -> new ConvertCommand(this);
            case "redact" -> new RedactCommand(this);
            case "report" -> new ReportCommand(this);
            case "load" -> new LoadCommand(this);
            case "config" -> new ConfigCommand(this);
            case "completion" -> new CompletionCommand(this);
            case "manual" -> new ManualCommand(this);
            default -> throw new IllegalArgumentException(name);
        };
    }

    Shell shell() {
        return shell;
    }

    Options options() {
        return options;
    }

    @Override
    public Integer call() throws Exception {
        boolean person = shell.inIsTerminal() && shell.outIsTerminal() && !options.json();
        return person ? Talking.run(this) : Piping.talking(this);
    }

    /** Asks the build what version this is. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Chatc.class.getPackage().getImplementationVersion();
            return new String[]{"chatc " + (version == null ? "development" : version)};
        }
    }
}
