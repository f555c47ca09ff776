package parley.chatc;

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
        return commandLine(shell).execute(args);
    }

    private static CommandLine commandLine(Shell shell) {
        Chatc chatc = new Chatc(shell);
        Complaints complaints = new Complaints(shell);
        return new CommandLine(chatc).addSubcommand(new SendCommand(chatc)).addSubcommand(new TailCommand(chatc))
                .addSubcommand(new AskCommand(chatc)).addSubcommand(new OnCommand(chatc))
                .addSubcommand(new WhoCommand(chatc)).addSubcommand(new RoomsCommand(chatc))
                .addSubcommand(new StatusCommand(chatc)).addSubcommand(new RunCommand(chatc))
                .addSubcommand(new LoadCommand(chatc)).addSubcommand(new ConfigCommand(chatc))
                .setCaseInsensitiveEnumValuesAllowed(true).setOut(shell.out()).setErr(shell.err())
                .setExecutionExceptionHandler(complaints)
                .setParameterExceptionHandler(complaints);
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
