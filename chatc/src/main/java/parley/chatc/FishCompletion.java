package parley.chatc;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes completions for fish, a line for each thing that can be completed; fish finds out the rest by itself. */
final class FishCompletion {

    private final StringBuilder lines = new StringBuilder();
    private final String program;

    private FishCompletion(String program) {
        this.program = program;
    }

    static String of(CommandSpec root) {
        FishCompletion fish = new FishCompletion(root.name());
        fish.line("-f"); // no file names, unless something says so
        String none = "not __fish_seen_subcommand_from " + String.join(" ", root.subcommands().keySet());
        fish.arguments(root, none);
        root.subcommands().forEach((name, command) -> {
            CommandSpec spec = command.getCommandSpec();
            fish.line("-n " + quoted(none) + " -a " + name + description(spec.usageMessage().description()));
            fish.arguments(spec, "__fish_seen_subcommand_from " + name);
        });
        return fish.lines.toString();
    }

    private void arguments(CommandSpec spec, String when) {
        String condition = "-n " + quoted(when);
        spec.options().stream().filter(option -> !option.hidden()).forEach(
                option -> line(condition + names(option) + value(option) + description(option.description())));
        spec.positionalParameters().forEach(positional -> {
            if (!value(positional).isEmpty()) {
                line(condition + value(positional).replace(" -r", ""));
            }
        });
    }

    private static String names(OptionSpec option) {
        return List.of(option.names()).stream()
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
    }

    /** What may follow: a file, one of some words, or something that cannot be guessed. */
    private static String value(ArgSpec arg) {
        if (arg.isOption() && arg.arity().max() == 0) {
            return "";
        }
        if (arg.completionCandidates() != null) {
            return " -r -a " + quoted(StreamSupport.stream(arg.completionCandidates().spliterator(), false)
                    .collect(Collectors.joining(" ")));
        }
        if (arg.paramLabel().contains("FILE")) {
            return " -r -F";
        }
        return arg.isOption() ? " -r" : "";
    }

    /** The first clause; fish shows one line. */
    private static String description(String... text) {
        return text.length == 0 ? "" : " -d " + quoted(text[0].split("[.;:] ?", 2)[0]);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private void line(String rest) {
        lines.append("complete -c ").append(program).append(' ').append(rest).append('\n');
    }
}
