package parley.chatd.dialect.irc;

import java.util.Optional;
import parley.chatd.core.Account;
import parley.chatd.core.View.Somebody;
import parley.protocol.Command.Kick;
import parley.protocol.Event.Refused;
import parley.protocol.Password;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** What operators of the server do: OPER, KILL, WALLOPS, REHASH. */
final class Operating {

    private Operating() {
    }

    /** Logs in to an account that is an operator's. */
    static void oper(IrcSession client, IrcLine line) {
        String name = line.params().getFirst();
        Optional<Account> account = client.network().chat().settings().accountNamed(name).filter(Account::operator);
        if (account.isEmpty()) {
            client.send(client.saying(Numeric.ERR_NOOPERHOST, "there is no operator " + name));
            return;
        }
        Optional<Refused> refused = client.session().logIn(name, new Password(line.params().get(1)));
        if (refused.isPresent()) {
            client.send(client.saying(Numeric.ERR_PASSWDMISMATCH, refused.get().text()));
            return;
        }
        client.send(Numeric.RPL_YOUREOPER);
        client.send(client.own("MODE", client.nick(), "+o"));
    }

    static void kill(IrcSession client, IrcLine line) {
        String nick = line.params().getFirst();
        client.ask("KILL", nick, new Kick(null, nick, line.param(1)), Reply.NONE);
    }

    static void rehash(IrcSession client, IrcLine line) {
        Runnable rehash = client.network().rehash();
        if (client.self().filter(Somebody::isOperator).isEmpty()) {
            client.send(Numeric.ERR_NOPRIVILEGES);
        } else if (rehash == null) {
            client.send(client.saying(Numeric.ERR_UNKNOWNERROR, "there is nothing to read again", "REHASH"));
        } else {
            rehash.run();
            client.send(client.saying(Numeric.RPL_REHASHING, "Rehashing; the log says what came of it",
                    "configuration"));
        }
    }

    /** To operators, and to whoever wants to read it. */
    static void wallops(IrcSession client, IrcLine line) {
        if (client.self().filter(Somebody::isOperator).isEmpty()) {
            client.send(Numeric.ERR_NOPRIVILEGES);
            return;
        }
        String text = line.params().getFirst();
        for (IrcSession other : client.network().crowd().all()) {
            if (other.profile().has('w') || other.self().filter(Somebody::isOperator).isPresent()) {
                other.tell(other.encoding().lines.from(client.nick(), "WALLOPS", text));
            }
        }
    }
}
