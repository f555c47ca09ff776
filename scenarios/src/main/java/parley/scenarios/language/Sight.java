package parley.scenarios.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something to be seen.
 *
 * @param patterns one for each blank of the kind's form; null where anything will do
 */
public record Sight(Kind kind, List<@Nullable Pattern> patterns) {

    public Sight {
        patterns = Collections.unmodifiableList(new ArrayList<>(patterns)); // List.copyOf takes no nulls
    }

    /** Whether what it looks for may be the refusal of a command. */
    boolean mayBeRefusal() {
        return kind == Kind.REFUSAL || kind == Kind.LINE;
    }

    /** The names that its patterns capture or use. */
    public List<String> names() {
        return patterns.stream().flatMap(Stream::ofNullable).flatMap(pattern -> pattern.names().stream()).toList();
    }

    /** The nick of the one who does it, under which they are known afterwards; empty if the pattern leaves it open. */
    public Optional<String> author(Map<String, String> captures) {
        Pattern nick = switch (kind) {
            case JOIN, LEAVE, SAY, TELL, TELL_ROLE, SET_TOPIC, KICK, BAN, UNBAN, MUTE, UNMUTE, EXEMPT, UNEXEMPT, ADMIT,
                    UNADMIT,
                    ROLE, CHANGE, INVITATION ->
                patterns.getFirst();
            case RENAME -> patterns.getLast();
            case WELCOME, MEMBERS, ROOMS, PERSON, RESTRICTIONS, DONE, MORE, STATUS, PING, PONG, REFUSAL, GAP, GOODBYE,
                    LINE ->
                null;
        };
        return nick == null ? Optional.empty() : nick.only(captures);
    }

    /** Which values of the kind it has something to say about; the others are passed over in a comparison. */
    public Phrase phrase() {
        return kind.phrase(patterns.stream().map(pattern -> pattern == null ? null : pattern.toString()).toList());
    }

    /** Something that was seen, said with the same blanks filled in as here, so that both can be compared. */
    public Phrase phrase(List<String> seen) {
        List<@Nullable String> values = new ArrayList<>(seen);
        for (int i = 0; i < values.size(); i++) {
            if (patterns.get(i) == null) {
                values.set(i, null);
            }
        }
        return kind.phrase(values);
    }
}
