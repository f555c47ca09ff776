package parley.chatd.dialect.irc;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.chatd.core.View.Somebody;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;
import parley.protocol.irc.Pieces;

/** Who is here, in a word: USERHOST, ISON, AWAY. */
final class People {

    static final int AWAY_LENGTH = 200;
    static final int NAME_LENGTH = 100;
    private static final int MOST_USERHOSTS = 5;

    private People() {
    }

    static void userhost(IrcSession client, IrcLine line) {
        String replies = line.params().stream().limit(MOST_USERHOSTS).map(nick -> client.view().named(nick))
                .flatMap(Optional::stream).map(it -> userhost(client, it)).collect(Collectors.joining(" "));
        client.send(client.saying(Numeric.RPL_USERHOST, replies));
    }

    private static String userhost(IrcSession client, Somebody it) {
        return it.nick() + (it.isOperator() ? "*" : "") + "="
                + (client.network().away(it.nick()).isPresent() ? "-" : "+")
                + Sources.user() + "@" + it.nick();
    }

    static void isOn(IrcSession client, IrcLine line) {
        Stream<String> nicks = line.params().stream().flatMap(param -> Arrays.stream(param.split(" ")));
        String here = nicks.map(nick -> client.view().named(nick)).flatMap(Optional::stream).map(Somebody::nick)
                .collect(Collectors.joining(" "));
        client.send(client.saying(Numeric.RPL_ISON, here));
    }

    static void away(IrcSession client, IrcLine line) {
        String message = Pieces.first(Objects.requireNonNullElse(line.param(0), ""), AWAY_LENGTH);
        boolean gone = !message.isEmpty();
        boolean isNews = !message.equals(Objects.requireNonNullElse(client.profile().away(), ""));
        client.setProfile(client.profile().withAway(gone ? message : null));
        client.send(gone ? Numeric.RPL_NOWAWAY : Numeric.RPL_UNAWAY);
        if (isNews) {
            Neighbours.tell(client, Cap.AWAY_NOTIFY, lines -> gone
                    ? lines.from(client.nick(), "AWAY", message)
                    : lines.from(client.nick(), "AWAY"));
        }
    }

    static void setname(IrcSession client, IrcLine line) {
        String name = Pieces.first(line.params().getFirst(), NAME_LENGTH);
        if (name.isBlank()) {
            client.send(IrcLine.of("FAIL", "SETNAME", "INVALID_REALNAME", "a real name has at least one character")
                    .from(client.network().name()));
            return;
        }
        client.setProfile(client.profile().withRealName(name));
        if (client.has(Cap.SETNAME)) {
            client.send(client.own("SETNAME", name));
        }
        Neighbours.tell(client, Cap.SETNAME, lines -> lines.from(client.nick(), "SETNAME", name));
    }

    static List<IrcLine> awayLine(IrcSession client, String nick) {
        return client.network().away(nick).map(why -> List.of(client.saying(Numeric.RPL_AWAY, why, nick)))
                .orElse(List.of());
    }
}
