package parley.chatd.dialect.irc;

import java.util.Optional;
import parley.chatd.core.View.Somebody;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/**
 * MODE of a user: {@code i} not found by a pattern, {@code w} told of WALLOPS, {@code B} a bot; {@code o} an operator of
 * the server, which accounts are and nobody becomes.
 */
final class UserModes {

    /** What a user may change. */
    private static final String OWN = "iwB";

    private UserModes() {
    }

    static void mode(IrcSession client, IrcLine line) {
        String nick = line.params().getFirst();
        if (!nick.equalsIgnoreCase(client.nick())) {
            client.send(client.view().named(nick).isPresent()
                    ? client.numeric(Numeric.ERR_USERSDONTMATCH)
                    : client.numeric(Numeric.ERR_NOSUCHNICK, nick));
        } else if (line.params().size() == 1) {
            client.send(Numeric.RPL_UMODEIS, state(client));
        } else {
            change(client, line.params().get(1));
        }
    }

    private static String state(IrcSession client) {
        Optional<Somebody> self = client.self();
        return "+" + client.profile().modes() + (self.filter(Somebody::isOperator).isPresent() ? "o" : "");
    }

    private static void change(IrcSession client, String letters) {
        boolean unknown = false;
        String before = client.profile().modes();
        for (ModeLetters.Change change : ModeLetters.read(letters)) {
            if (OWN.indexOf(change.letter()) >= 0) {
                client.setProfile(client.profile().with(change.letter(), change.on()));
            } else {
                unknown |= change.letter() != 'o';
            }
        }
        String changed = difference(before, client.profile().modes());
        if (!changed.isEmpty()) {
            client.send(client.own("MODE", client.nick(), changed));
        }
        if (unknown) {
            client.send(Numeric.ERR_UMODEUNKNOWNFLAG);
        }
    }

    private static String difference(String before, String after) {
        String more = letters(after, before);
        String fewer = letters(before, after);
        return (more.isEmpty() ? "" : "+" + more) + (fewer.isEmpty() ? "" : "-" + fewer);
    }

    /** Those of the one that the other has not. */
    private static String letters(String one, String other) {
        StringBuilder letters = new StringBuilder();
        one.chars().filter(letter -> other.indexOf(letter) < 0).forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }
}
