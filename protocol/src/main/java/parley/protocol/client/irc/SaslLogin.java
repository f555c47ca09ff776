package parley.protocol.client.irc;

import parley.protocol.Command.Hello;
import parley.protocol.Password;

/** The client's half of a login by SASL. The account is the nick's. */
sealed interface SaslLogin permits SaslLogin.Plain, ScramLogin {

    /** The mechanisms of which there is one, the strongest first; a server that names none takes the last. */
    enum Mechanism {
        SCRAM_SHA_256("SCRAM-SHA-256"), PLAIN("PLAIN");

        private final String wireName;

        Mechanism(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }

        SaslLogin begin(Hello hello, Password password) {
            return switch (this) {
                case SCRAM_SHA_256 -> new ScramLogin(hello.nick(), password);
                case PLAIN -> new Plain(hello.nick(), password);
            };
        }
    }

    /** What to do about something that the server said. */
    sealed interface Step {
    }

    /** To answer it. */
    record Say(String message) implements Step {
    }

    /** To go no further, because a server that says this is not to be trusted. */
    record Distrust(String why) implements Step {
    }

    /** Takes the next message of the server; the first one is empty. */
    Step take(String message);

    /** Whether the server has shown all that it has to, so that its word for the login counts. */
    boolean isSatisfied();

    /** The name and the password, parted by U+0000 (RFC 4616). */
    record Plain(String name, Password password) implements SaslLogin {
        @Override
        public Step take(String message) {
            return new Say("\0" + name + "\0" + password.text());
        }

        @Override
        public boolean isSatisfied() {
            return true;
        }
    }
}
