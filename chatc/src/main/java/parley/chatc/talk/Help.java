package parley.chatc.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains the commands and the keys, on one screen. */
final class Help {

    private Help() {
    }

    static List<String> overview(List<SlashCommand> talking, List<SlashCommand> moderating) {
        List<String> lines = new ArrayList<>();
        talking.forEach(command -> lines.add(line(command)));
        lines.add("%-22s %s".formatted("//text", "sends a text that begins with a slash"));
        lines.add("Operators: " + words(moderating.stream().filter(command -> !ends(command))));
        lines.add("What they began ends with " + words(moderating.stream().filter(Help::ends))
                + "; /help COMMAND explains.");
        lines.add("Alt-1 … Alt-9, Alt-← and Alt-→ turn to another room, Alt-a to where something happened.");
        lines.add("Tab completes, ↑ brings back what you typed, Ctrl-D leaves.");
        return lines;
    }

    private static boolean ends(SlashCommand command) {
        return command.word().startsWith("un");
    }

    private static String words(Stream<SlashCommand> commands) {
        return commands.map(command -> "/" + command.word()).collect(Collectors.joining(" "));
    }

    static String line(SlashCommand command) {
        return "%-22s %s".formatted("/" + command.usage(), command.help());
    }
}
