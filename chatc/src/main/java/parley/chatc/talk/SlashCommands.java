package parley.chatc.talk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.protocol.Restriction;
import parley.protocol.text.Suggestion;

/** The table of commands: what is typed, completed, explained and done all comes from here. */
final class SlashCommands {

    /** What everybody does, in the order in which help shows them. */
    static final List<SlashCommand> TALKING = List.of(
            new SlashCommand("join", "ROOM [KEY]", "comes into a room, or back to it",
                    (deeds, it) -> deeds.join(roomName(it.getFirst()), it.stream().skip(1).findFirst())),
            new SlashCommand("leave", "[ROOM] [WHY]", "leaves this room or another", SlashCommands::leave),
            new SlashCommand("room", "[ROOM]", "turns to a room you are in, by number or name",
                    (deeds, it) -> first(it).ifPresentOrElse(deeds.turning()::to, deeds.turning()::list)),
            new SlashCommand("rooms", "", "shows which rooms there are", (deeds, it) -> deeds.rooms()),
            new SlashCommand("who", "[ROOM]", "shows who is here, or in another room",
                    (deeds, it) -> deeds.who(first(it).map(SlashCommands::roomName))),
            new SlashCommand("whois", "NICK", "shows who somebody is", (deeds, it) -> deeds.whoIs(it.getFirst())),
            new SlashCommand("topic", "[TEXT]", "shows the topic, or sets it",
                    (deeds, it) -> first(it).ifPresentOrElse(deeds::setTopic, deeds::showTopic)),
            new SlashCommand("history", "[N]", "shows the last N messages; 50 if you do not say",
                    SlashCommands::history),
            new SlashCommand("search", "WORDS", "shows messages that have all these words",
                    (deeds, it) -> deeds.lookingBack().search(it.getFirst())),
            new SlashCommand("msg", "NICK TEXT", "says something to one person only",
                    (deeds, it) -> deeds.tell(it.getFirst(), it.getLast())),
            new SlashCommand("ops", "TEXT", "says something to the operators of this room only",
                    (deeds, it) -> deeds.tellOperators(it.getFirst())),
            new SlashCommand("nick", "NEW", "changes your nick", (deeds, it) -> deeds.rename(it.getFirst())),
            new SlashCommand("bell", "[ON]", "rings when somebody names you: on or off", SlashCommands::bell),
            new SlashCommand("help", "[COMMAND]", "shows this, or how a command goes",
                    (deeds, it) -> SlashCommands.help(deeds, it)),
            new SlashCommand("quit", "[WHY]", "says goodbye", (deeds, it) -> deeds.quit(first(it))));

    /** What operators do in the room they look at. */
    static final List<SlashCommand> MODERATING = List.of(
            new SlashCommand("invite", "NICK", "lets somebody in whom the room would not let in",
                    (deeds, it) -> deeds.moderation().invite(it.getFirst())),
            new SlashCommand("kick", "NICK [WHY]", "takes somebody's seat away",
                    (deeds, it) -> deeds.moderation().kick(it.getFirst(), it.stream().skip(1).findFirst())),
            new SlashCommand("ban", "WHOM [TIME] [WHY]", "keeps a nick like b*, account:NAME or address:NET out",
                    (deeds, it) -> deeds.moderation().restrict(Restriction.BAN, it)),
            new SlashCommand("unban", "WHOM", "ends a ban",
                    (deeds, it) -> deeds.moderation().lift(Restriction.BAN, it.getFirst())),
            new SlashCommand("mute", "WHOM [TIME] [WHY]", "keeps somebody from speaking, as /ban",
                    (deeds, it) -> deeds.moderation().restrict(Restriction.MUTE, it)),
            new SlashCommand("unmute", "WHOM", "ends a mute",
                    (deeds, it) -> deeds.moderation().lift(Restriction.MUTE, it.getFirst())),
            new SlashCommand("exempt", "WHOM [TIME] [WHY]", "has no ban or mute hold for somebody, as /ban",
                    (deeds, it) -> deeds.moderation().restrict(Restriction.EXEMPT, it)),
            new SlashCommand("unexempt", "WHOM", "ends that",
                    (deeds, it) -> deeds.moderation().lift(Restriction.EXEMPT, it.getFirst())),
            new SlashCommand("admit", "WHOM [TIME] [WHY]", "lets somebody in without invitations, as /ban",
                    (deeds, it) -> deeds.moderation().restrict(Restriction.ADMIT, it)),
            new SlashCommand("unadmit", "WHOM", "ends that",
                    (deeds, it) -> deeds.moderation().lift(Restriction.ADMIT, it.getFirst())),
            new SlashCommand("bans", "", "shows bans, mutes and exceptions",
                    (deeds, it) -> deeds.moderation().restrictions()),
            new SlashCommand("role", "NICK ROLE", "makes somebody operator, voice, member or none",
                    (deeds, it) -> deeds.moderation().role(it.getFirst(), it.getLast())),
            new SlashCommand("set", "WHAT VALUE", "access, moderated, topic-locked, hidden, limit or key",
                    (deeds, it) -> deeds.moderation().set(it.getFirst(), it.getLast())),
            new SlashCommand("server", "DEED [REST]", "kick, ban, mute and so on, from the whole server",
                    (deeds, it) -> everywhere(it, deeds)));

    /** Those that can be done on the whole server, too. */
    static final List<String> EVERYWHERE = List.of("kick", "ban", "unban", "mute", "unmute", "bans");

    static final List<SlashCommand> ALL = Stream.concat(TALKING.stream(), MODERATING.stream()).toList();

    private SlashCommands() {
    }

    /** Does what was typed, which begins with a slash. */
    static void execute(String typed, Deeds deeds) {
        String word = word(typed);
        named(word).ifPresentOrElse(command -> execute(command, "/", typed.substring(1 + word.length()), deeds),
                () -> deeds.complain("there is no /" + word + "; " + advice(word)));
    }

    private static String word(String typed) {
        return typed.substring(1).split("\\s", 2)[0];
    }

    /** Whether what was typed has a secret in it. */
    static boolean hasSecret(String typed) {
        return typed.startsWith("/") && named(word(typed))
                .filter(command -> command.hasSecret(typed.substring(1 + command.word().length()))
                        || typed.startsWith("/set key "))
                .isPresent();
    }

    private static void everywhere(List<String> words, Deeds deeds) {
        String word = words.getFirst();
        String rest = words.size() > 1 ? words.getLast() : "";
        named(word).filter(it -> EVERYWHERE.contains(word)).ifPresentOrElse(
                command -> execute(command, "/server ", rest, deeds.onWholeServer()),
                () -> deeds.complain("/server takes " + String.join(", ", EVERYWHERE) + ", not " + word));
    }

    private static void execute(SlashCommand command, String prefix, String rest, Deeds deeds) {
        List<String> arguments = command.split(rest);
        if (arguments.size() < command.least() || arguments.size() > command.names().size()) {
            deeds.complain("usage: " + prefix + command.usage());
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
            deeds.lookingBack().history(Integer.parseInt(count));
        } else {
            deeds.complain("/history takes a number of messages, not " + count);
        }
    }

    private static void bell(Deeds deeds, List<String> arguments) {
        if (arguments.isEmpty() || List.of("on", "off").contains(arguments.getFirst())) {
            deeds.bell(first(arguments));
        } else {
            deeds.complain("/bell takes on or off, not " + arguments.getFirst());
        }
    }

    private static void help(Deeds deeds, List<String> arguments) {
        Optional<String> word = first(arguments).map(it -> it.startsWith("/") ? it.substring(1) : it);
        if (word.isEmpty()) {
            deeds.answer(Help.overview(TALKING, MODERATING));
        } else {
            word.flatMap(SlashCommands::named).ifPresentOrElse(command -> deeds.answer(List.of(Help.line(command))),
                    () -> deeds.complain("there is no /" + word.get() + "; " + advice(word.get())));
        }
    }
}
