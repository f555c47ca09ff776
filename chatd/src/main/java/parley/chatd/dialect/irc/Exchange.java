package parley.chatd.dialect.irc;

import java.util.List;
import java.util.Optional;
import parley.chatd.core.Nick;
import parley.protocol.Event.Refused;
import parley.protocol.Password;

/** One login that has begun: it takes what the client says until it is done. Only on the connection's thread. */
sealed interface Exchange permits Exchange.Plain, Exchange.External, Scram {

    /** What a message of the client came to. */
    sealed interface Outcome {
    }

    /** The server has something to say, too, and then it is the client's turn. */
    record Challenge(String text) implements Outcome {
    }

    /** It is over. */
    record Over(Optional<Refused> refused) implements Outcome {
    }

    /** It was no message of this mechanism at all. */
    record Malformed() implements Outcome {
    }

    Mechanism mechanism();

    /** Takes the next message of the client, which may be anything. */
    Outcome take(IrcSession client, String message);

    /** Whether somebody wants to be nobody else: not to name anybody is to mean oneself. */
    static boolean isOneself(IrcSession client, String authzid, String name) {
        Optional<String> key = client.nick(authzid).map(Nick::key);
        return authzid.isEmpty() || authzid.equals(name)
                || (key.isPresent() && key.equals(client.nick(name).map(Nick::key)));
    }

    /** The account to be, the account whose password it is, and the password, parted by U+0000. */
    record Plain() implements Exchange {

        private static final int PARTS = 3;

        @Override
        public Mechanism mechanism() {
            return Mechanism.PLAIN;
        }

        @Override
        public Outcome take(IrcSession client, String message) {
            List<String> parts = List.of(message.split("\0", -1));
            return parts.size() == PARTS && isOneself(client, parts.getFirst(), parts.get(1))
                    ? new Over(client.session().logIn(parts.get(1), new Password(parts.get(2))))
                    : new Malformed();
        }
    }

    /** The account to be, or nothing for the one that the certificate belongs to. */
    record External() implements Exchange {
        @Override
        public Mechanism mechanism() {
            return Mechanism.EXTERNAL;
        }

        @Override
        public Outcome take(IrcSession client, String message) {
            return new Over(client.session().logIn(message.isEmpty() ? null : message, null));
        }
    }
}
