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
    private static final int MOST_USERHOSTS = 5;

    private People() {
    }

    static void userhost(IrcSession client, IrcLine line) {
        String replies = line.params().stream().limit(MOST_USERHOSTS).map(nick -> client.view().named(nick))
                .flatMap(Optional::stream).map(it -> userhost(client, it)).collect(Collectors.joining(" "));
        client.send(client.saying(Numeric.RPL_USERHOST, replies));
    }

    private static String userhost(IrcSession client, Somebody it) {
        return it.nick() + (it.isOperator() ? "*" : "") + "=" + (away(client, it.nick()).isPresent() ? "-" : "+")
                + Masks.user() + "@" + it.nick();
    }

    static void isOn(IrcSession client, IrcLine line) {
        Stream<String> nicks = line.params().stream().flatMap(param -> Arrays.stream(param.split(" ")));
        String here = nicks.map(nick -> client.view().named(nick)).flatMap(Optional::stream).map(Somebody::nick)
                .collect(Collectors.joining(" "));
        client.send(client.saying(Numeric.RPL_ISON, here));
    }

    static void away(IrcSession client, IrcLine line) {
        String message = Objects.requireNonNullElse(line.param(0), "");
        boolean gone = !message.isEmpty();
        client.setProfile(client.profile().withAway(gone ? Pieces.first(message, AWAY_LENGTH) : null));
        client.send(gone ? Numeric.RPL_NOWAWAY : Numeric.RPL_UNAWAY);
    }

    /** Why somebody is away; empty if they are not, or speak no IRC. */
    static Optional<String> away(IrcSession client, String nick) {
        return client.network().crowd().named(nick).map(guest -> guest.profile().away());
    }

    static List<IrcLine> awayLine(IrcSession client, String nick) {
        return away(client, nick).map(why -> List.of(client.saying(Numeric.RPL_AWAY, why, nick))).orElse(List.of());
    }
}
