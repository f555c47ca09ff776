package parley.chatc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.protocol.text.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chatc manual}. */
@Command(name = "manual", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = "Prints a manual page, for man(1).",
        footer = {"", "Examples:", "  chatc manual | man -l -            about chatc",
                "  chatc manual send | man -l -       about one of its commands",
                "  chatc manual --all ~/.local/share/man/man1   writes all pages, for man chatc-send"})
final class ManualCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Option(names = "--all", paramLabel = "DIR", description = "Write all pages into this directory.")
    private @Nullable Path all;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command; otherwise chatc itself.")
    private @Nullable String command;

    ManualCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Complaint {
        CommandSpec root = Chatc.whole(chatc.shell()).getCommandSpec();
        if (all != null) {
            return writeAll(root, all);
        }
        chatc.shell().out().print(Manual.page(command == null ? root : command(root, command)));
        chatc.shell().out().flush();
        return Status.DONE;
    }

    private static CommandSpec command(CommandSpec root, String name) throws Complaint {
        CommandLine found = root.subcommands().get(name);
        if (found == null) {
            throw new Complaint(Status.USAGE, "there is no command \"" + name + "\""
                    + Suggestion.nearest(name, Chatc.COMMANDS).map(near -> "; did you mean " + near + "?").orElse(""));
        }
        return found.getCommandSpec();
    }

    private static int writeAll(CommandSpec root, Path directory) throws Complaint {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("chatc.1"), Manual.page(root));
            for (Map.Entry<String, CommandLine> command : root.subcommands().entrySet()) {
                Files.writeString(directory.resolve("chatc-" + command.getKey() + ".1"),
                        Manual.page(command.getValue().getCommandSpec()));
            }
            return Status.DONE;
        } catch (IOException e) {
            throw new Complaint(Status.USAGE, "the manual cannot be written into " + directory + ": " + e.getMessage());
        }
    }
}
