package parley.chatc.job;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;
import parley.chatc.text.Sought;
import parley.protocol.Event.Said;

/**
 * A message that a command is run for.
 *
 * @param groups what the pattern matched, first the whole and then each of its groups; empty for one that took no part
 */
public record Match(Said said, List<String> groups) {

    public Match {
        groups = List.copyOf(groups);
    }

    /** Looks for the pattern in a message. */
    public static Optional<Match> of(Said said, Sought pattern) {
        return pattern.in(said.text(), said.from()).map(found -> new Match(said, groups(found)));
    }

    private static List<String> groups(MatchResult found) {
        return IntStream.rangeClosed(0, found.groupCount())
                .mapToObj(i -> Objects.requireNonNullElse(found.group(i), "")).toList();
    }

    /** What a command learns of the message by its environment. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(Map.of("CHATC_ROOM", said.room(), "CHATC_FROM", said.from(),
                "CHATC_TEXT", said.text(), "CHATC_CURSOR", said.cursor().value(), "CHATC_AT", said.at().toString(),
                "CHATC_MATCH", groups.getFirst()));
        for (int i = 1; i < groups.size(); i++) {
            environment.put("CHATC_MATCH_" + i, groups.get(i));
        }
        return environment;
    }
}
