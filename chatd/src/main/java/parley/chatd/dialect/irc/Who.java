package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Glob;
import parley.chatd.core.View.Member;
import parley.chatd.core.View.Place;
import parley.chatd.core.View.Somebody;
import parley.protocol.Role;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** Who is in a room, or is called like something: WHO, and WHOX, which lets a client choose the fields. */
final class Who {

    /** The order of the fields of WHOX, whatever order they are asked in. */
    private static final String FIELDS = "tcuihsnfdlaor";

    private Who() {
    }

    /** Somebody, seen in a room or anywhere. */
    private record Seen(Somebody who, String room, Role role) {
    }

    static void who(IrcSession client, IrcLine line) {
        String mask = Objects.requireNonNullElse(line.param(0), "*");
        String options = Objects.requireNonNullElse(line.param(1), "");
        int percent = options.indexOf('%');
        boolean operatorsOnly = (percent < 0 ? options : options.substring(0, percent)).indexOf('o') >= 0;
        String fields = percent < 0 ? null : options.substring(percent + 1);
        List<IrcLine> lines = new ArrayList<>();
        seen(client, mask).filter(it -> !operatorsOnly || it.who().isOperator())
                .forEach(it -> lines.add(fields == null ? reply(client, it) : special(client, it, fields)));
        lines.add(client.numeric(Numeric.RPL_ENDOFWHO, mask));
        client.send(lines);
    }

    private static Stream<Seen> seen(IrcSession client, String mask) {
        if (mask.startsWith("#")) {
            return client.view().room(mask).stream().flatMap(place -> inside(client, place));
        }
        boolean pattern = mask.indexOf('*') >= 0 || mask.indexOf('?') >= 0;
        Set<String> known = pattern ? neighbours(client) : Set.of();
        Stream<Somebody> found = pattern
                ? client.view().everybody().stream().filter(it -> isLike(mask, it.nick()))
                        .filter(it -> known.contains(it.nick()) || !client.network().isInvisible(it.nick()))
                : client.view().named(mask).stream();
        return found.map(it -> new Seen(it, "*", Role.NONE));
    }

    private static boolean isLike(String mask, String nick) {
        String folded = mask.toLowerCase(Locale.ROOT);
        return Glob.matches(folded, nick.toLowerCase(Locale.ROOT))
                || Glob.matches(folded, Sources.of(nick).toLowerCase(Locale.ROOT));
    }

    /** Those who share a room with somebody, and they themselves. */
    private static Set<String> neighbours(IrcSession client) {
        return Stream.concat(Stream.of(client.nick()),
                client.view().seats().stream().flatMap(place -> place.members().stream()).map(Member::nick))
                .collect(Collectors.toSet());
    }

    private static Stream<Seen> inside(IrcSession client, Place place) {
        return Channels.seen(client, place).flatMap(member -> client.view().named(member.nick()).stream()
                .map(who -> new Seen(who, place.name(), member.role())));
    }

    private static String flags(IrcSession client, Seen seen) {
        Optional<Profile> profile = client.network().crowd().named(seen.who().nick()).map(IrcSession::profile);
        return (profile.filter(it -> it.away() != null).isPresent() ? "G" : "H") + (seen.who().isOperator() ? "*" : "")
                + Signs.of(seen.role()) + (profile.filter(it -> it.has('B')).isPresent() ? "B" : "");
    }

    private static IrcLine reply(IrcSession client, Seen seen) {
        String nick = seen.who().nick();
        return client.saying(Numeric.RPL_WHOREPLY, "0 " + client.network().realName(nick), seen.room(), Sources.user(),
                nick, client.network().name(), nick, flags(client, seen));
    }

    private static IrcLine special(IrcSession client, Seen seen, String asked) {
        int comma = asked.indexOf(',');
        String wanted = comma < 0 ? asked : asked.substring(0, comma);
        Map<Character, String> values = values(client, seen, comma < 0 ? null : asked.substring(comma + 1));
        List<String> params = new ArrayList<>();
        FIELDS.chars().filter(field -> wanted.indexOf(field) >= 0)
                .forEach(field -> params.add(values.getOrDefault((char) field, "*")));
        return client.numeric(Numeric.RPL_WHOSPCRPL, params.toArray(String[]::new));
    }

    private static Map<Character, String> values(IrcSession client, Seen seen, @Nullable String token) {
        Somebody who = seen.who();
        return Map.ofEntries(Map.entry('t', Objects.requireNonNullElse(token, "0")), Map.entry('c', seen.room()),
                Map.entry('u', Sources.user()),
                Map.entry('i', Objects.requireNonNullElse(who.address(), "255.255.255.255")),
                Map.entry('h', who.nick()), Map.entry('s', client.network().name()), Map.entry('n', who.nick()),
                Map.entry('f', flags(client, seen)), Map.entry('d', "0"), Map.entry('l', "0"),
                Map.entry('a', Objects.requireNonNullElse(who.account(), "0")), Map.entry('o', "n/a"),
                Map.entry('r', client.network().realName(who.nick())));
    }
}
