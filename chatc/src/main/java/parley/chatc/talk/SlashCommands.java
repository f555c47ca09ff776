package parley.chatc.talk;

import java.util.List;
import java.util.Optional;
import parley.protocol.text.Suggestion;

/** The table of commands: what is typed, completed, explained and done all comes from here. */
final class SlashCommands {

    /** In the order in which help shows them. */
    static final List<SlashCommand> ALL = List.of(
            new SlashCommand("join", "ROOM", "comes into a room, or back to it",
                    (deeds, it) -> deeds.join(roomName(it.getFirst()))),
            new SlashCommand("leave", "[ROOM] [WHY]", "leaves this room or another", SlashCommands::leave),
            new SlashCommand("rooms", "", "shows which rooms there are", (deeds, it) -> deeds.rooms()),
            new SlashCommand("who", "[ROOM]", "shows who is here, or in another room",
                    (deeds, it) -> deeds.who(first(it).map(SlashCommands::roomName))),
            new SlashCommand("topic", "[TEXT]", "shows the topic, or sets it",
                    (deeds, it) -> first(it).ifPresentOrElse(deeds::setTopic, deeds::showTopic)),
            new SlashCommand("history", "[N]", "shows what was said before", SlashCommands::history),
            new SlashCommand("msg", "NICK TEXT", "says something to one person only",
                    (deeds, it) -> deeds.tell(it.getFirst(), it.getLast())),
            new SlashCommand("nick", "NEW", "changes your nick", (deeds, it) -> deeds.rename(it.getFirst())),
            new SlashCommand("help", "", "shows this", (deeds, it) -> deeds.help(SlashCommands.all())),
            new SlashCommand("quit", "[WHY]", "says goodbye", (deeds, it) -> deeds.quit(first(it))));

    private SlashCommands() {
    }

    private static List<SlashCommand> all() {
        return ALL;
    }

    /** Does what was typed, which begins with a slash. */
    static void execute(String typed, Deeds deeds) {
        String word = typed.substring(1).split("\\s", 2)[0];
        named(word).ifPresentOrElse(command -> execute(command, typed.substring(1 + word.length()), deeds),
                () -> deeds.complain("there is no /" + word + "; " + advice(word)));
    }

    private static void execute(SlashCommand command, String rest, Deeds deeds) {
        List<String> arguments = command.split(rest);
        if (arguments.size() < command.least() || arguments.size() > command.names().size()) {
            deeds.complain("usage: " + command.usage());
        } else {
            command.deed().execute(deeds, arguments);
        }
    }

    static Optional<SlashCommand> named(String word) {
        return ALL.stream().filter(command -> command.word().equals(word)).findFirst();
    }

    private static String advice(String word) {
        return Suggestion.nearest(word, ALL.stream().map(SlashCommand::word).toList())
                .map(near -> "did you mean /" + near + "?")
                .orElse("/help shows what there is, and // sends a text that begins with a slash");
    }

    private static Optional<String> first(List<String> arguments) {
        return arguments.stream().findFirst();
    }

    private static String roomName(String name) {
        return name.startsWith("#") ? name : "#" + name;
    }

    /** The room may be missing, so that a first word without a {@code #} begins the reason. */
    private static void leave(Deeds deeds, List<String> arguments) {
        Optional<String> room = first(arguments).filter(word -> word.startsWith("#"));
        String why = String.join(" ", arguments.subList(room.isPresent() ? 1 : 0, arguments.size()));
        deeds.leave(room, Optional.of(why).filter(text -> !text.isEmpty()));
    }

    private static void history(Deeds deeds, List<String> arguments) {
        String count = first(arguments).orElse("50");
        if (count.matches("[1-9]\\d{0,5}")) {
            deeds.history(Integer.parseInt(count));
        } else {
            deeds.complain("/history takes a number of messages, not " + count);
        }
    }
}
