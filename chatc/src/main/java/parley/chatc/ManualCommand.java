package parley.chatc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.chatd.Chatd;
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
                "  chatc manual chatd | man -l -      about the server",
                "  chatc manual --all ~/.local/share/man/man1   writes all pages, for man chatc-send"})
final class ManualCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Option(names = "--all", paramLabel = "DIR", description = "Write all pages into this directory.")
    private @Nullable Path all;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command, or chatd; otherwise chatc itself.")
    private @Nullable String command;

    ManualCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Complaint {
        if (all != null) {
            return writeAll(all);
        }
        chatc.shell().out().print(Manual.page(named(Objects.requireNonNullElse(command, "chatc"))));
        chatc.shell().out().flush();
        return Status.DONE;
    }

    private CommandSpec named(String name) throws Complaint {
        Map<String, CommandSpec> pages = pages();
        CommandSpec found = pages.getOrDefault(name, pages.get("chatc-" + name));
        if (found == null) {
            throw new Complaint(Status.USAGE, "there is no command \"" + name + "\""
                    + Suggestion.nearest(name, Chatc.COMMANDS).map(near -> "; did you mean " + near + "?").orElse(""));
        }
        return found;
    }

    /** Both programs and all of their commands, by the names of their pages. */
    private Map<String, CommandSpec> pages() {
        return Stream.of(Chatc.whole(chatc.shell()), new CommandLine(new Chatd())).map(CommandLine::getCommandSpec)
                .flatMap(root -> Stream.concat(Stream.of(root),
                        root.subcommands().values().stream().map(CommandLine::getCommandSpec)))
                .collect(Collectors.toMap(spec -> spec.qualifiedName("-"), Function.identity()));
    }

    private int writeAll(Path directory) throws Complaint {
        try {
            Files.createDirectories(directory);
            for (Map.Entry<String, CommandSpec> page : pages().entrySet()) {
                Files.writeString(directory.resolve(page.getKey() + ".1"), Manual.page(page.getValue()));
            }
            return Status.DONE;
        } catch (IOException e) {
            throw new Complaint(Status.USAGE, "the manual cannot be written into " + directory + ": " + e.getMessage());
        }
    }
}
