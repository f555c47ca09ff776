package parley.chatd.dialect.irc;

import java.util.Optional;
import parley.chatd.core.Session;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** Word of who logs in and out (IRCv3 account-notify), and of that one's own account: 900 and 901 (IRCv3 SASL). */
final class Accounts {

    private Accounts() {
    }

    /** Somebody who is welcome has another account, or none any more. Any thread. */
    static void changed(IrcNetwork network, Session session) {
        Optional<String> account = session.accountName();
        String nick = session.nickText();
        network.crowd().named(nick).filter(client -> client.session().equals(session))
                .ifPresent(client -> client.tell(own(client, nick, account)));
        Neighbours.tell(network, session, Cap.ACCOUNT_NOTIFY,
                lines -> lines.from(nick, "ACCOUNT", account.orElse("*")));
    }

    /** What somebody is told of their own account, with or without a nick. */
    static IrcLine own(IrcSession client, String nick, Optional<String> account) {
        String source = nick.isEmpty() ? "*" : Sources.of(nick);
        return account
                .map(name -> client.saying(Numeric.RPL_LOGGEDIN, "You are now logged in as " + name, source, name))
                .orElseGet(() -> client.numeric(Numeric.RPL_LOGGEDOUT, source));
    }
}
