package parley.chatc.talk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import parley.protocol.Access;
import parley.protocol.Role;
import parley.protocol.WireName;

/** Finds how a word that is being typed may go on. */
final class Completion {

    /**
     * One way to go on.
     *
     * @param word the whole word
     * @param help what it means; perhaps empty
     */
    record Proposal(String word, String help) {
    }

    private Completion() {
    }

    /** The proposals for the last word of what stands before the cursor, which may be empty. */
    static List<Proposal> of(String typed, Known known) {
        int start = typed.lastIndexOf(' ') + 1;
        String word = typed.substring(start);
        return candidates(typed.substring(0, start), word, known).filter(it -> begins(it.word(), word)).toList();
    }

    private static boolean begins(String candidate, String word) {
        return candidate.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT));
    }

    private static Stream<Proposal> candidates(String before, String word, Known known) {
        if (before.isEmpty()) {
            return word.startsWith("/") ? commands() : text(word, known).map(Completion::addressed);
        }
        return before.startsWith("/") && !before.startsWith("//")
                ? argument(before.substring(1).strip().split("\\s+"), word, known)
                : text(word, known);
    }

    private static Stream<Proposal> commands() {
        return SlashCommands.ALL.stream().map(command -> new Proposal("/" + command.word(), command.help()));
    }

    /** A nick at the beginning of a text is who is spoken to. */
    private static Proposal addressed(Proposal proposal) {
        return proposal.word().startsWith("#") ? proposal : new Proposal(proposal.word() + ":", proposal.help());
    }

    private static Stream<Proposal> argument(String[] before, String word, Known known) {
        List<String> names = SlashCommands.named(before[0]).map(SlashCommand::names).orElse(List.of());
        String name = names.isEmpty() ? "" : names.get(Math.min(before.length, names.size()) - 1);
        if (before[0].equals("server") && before.length > 1) {
            return argument(Arrays.copyOfRange(before, 1, before.length), word, known);
        }
        return switch (name) {
            case "ROOM" -> words(known.rooms());
            case "NICK", "WHOM" -> words(known.everyone());
            case "DEED" -> words(SlashCommands.EVERYWHERE);
            case "ROLE" -> words(names(Role.values()));
            case "ON" -> words(List.of("on", "off"));
            case "COMMAND" -> words(SlashCommands.ALL.stream().map(SlashCommand::word).toList());
            case "WHAT" -> words(List.of("access", "moderated", "topic-locked", "hidden", "limit", "key"));
            case "VALUE" -> words(before[1].equals("access") ? names(Access.values()) : List.of("on", "off"));
            case "TEXT", "WHY" -> text(word, known);
            default -> Stream.empty();
        };
    }

    /** Within a text, names are proposed only once one has begun. */
    private static Stream<Proposal> text(String word, Known known) {
        return word.isEmpty() ? Stream.empty() : words(word.startsWith("#") ? known.rooms() : known.nicks());
    }

    private static List<String> names(WireName[] words) {
        return Arrays.stream(words).map(WireName::wireName).toList();
    }

    private static Stream<Proposal> words(List<String> words) {
        return words.stream().map(word -> new Proposal(word, ""));
    }
}
