package parley.chatd.dialect.irc;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Glob;
import parley.chatd.core.View.Place;
import parley.protocol.Event.RoomInfo;
import parley.protocol.Event.TopicSet;

/**
 * Which rooms somebody wants to be told of (Modern IRC, "LIST message", Elist conditions).
 *
 * <table>
 * <caption>What there is</caption>
 * <tr><td>{@code >N}, {@code <N}</td><td>U: more or fewer members</td></tr>
 * <tr><td>{@code C>N}, {@code C<N}</td><td>C: open for more or fewer minutes</td></tr>
 * <tr><td>{@code T>N}, {@code T<N}</td><td>T: the topic is older or newer than so many minutes</td></tr>
 * <tr><td>a mask, {@code !} and a mask</td><td>M, N: a name that is like it, or is not</td></tr>
 * </table>
 */
final class ListCondition {

    static final String SORTS = "CMNTU";
    private static final Pattern BOUND = Pattern.compile("(?<what>[CT]?)(?<side>[<>])(?<number>[0-9]{1,9})");

    private ListCondition() {
    }

    /** What cannot be understood is taken for a mask. */
    static Predicate<RoomInfo> of(IrcSession client, String text) {
        Matcher bound = BOUND.matcher(text.toUpperCase(Locale.ROOT));
        if (!bound.matches()) {
            return text.startsWith("!") ? isLike(text.substring(1)).negate() : isLike(text);
        }
        boolean more = bound.group("side").equals(">");
        int number = Integer.parseInt(bound.group("number"));
        return switch (bound.group("what")) {
            case "C" -> room -> isOn(more, number, client, room, Place::since);
            case "T" -> room -> isOn(more, number, client, room, ListCondition::topicSince);
            default -> room -> more ? room.members() > number : room.members() < number;
        };
    }

    /** Whether it has lasted for more minutes, or for fewer; what nobody knows the beginning of, neither. */
    private static boolean isOn(boolean more, int minutes, IrcSession client, RoomInfo room,
            Function<Place, @Nullable Instant> begin) {
        Duration bound = Duration.ofMinutes(minutes);
        Optional<Duration> age = client.view().room(room.name()).map(begin)
                .map(since -> Duration.between(since, client.network().now()));
        return age.filter(it -> more ? it.compareTo(bound) > 0 : it.compareTo(bound) < 0).isPresent();
    }

    private static @Nullable Instant topicSince(Place place) {
        TopicSet topic = place.topic();
        return topic == null ? null : topic.at();
    }

    private static Predicate<RoomInfo> isLike(String mask) {
        String folded = mask.toLowerCase(Locale.ROOT);
        return room -> Glob.matches(folded, room.name().toLowerCase(Locale.ROOT));
    }
}
