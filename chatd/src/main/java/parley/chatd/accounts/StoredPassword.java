package parley.chatd.accounts;

import java.util.Optional;
import parley.chatd.core.PasswordHash;

/** What a configuration keeps of a password. Its form says what it can do. */
public sealed interface StoredPassword extends PasswordHash permits Argon2Hash, ScramVerifier {

    /** As it stands in a configuration. */
    String text();

    /** Reads what is kept of a password; empty if the text is no such thing. */
    static Optional<? extends StoredPassword> read(String text) {
        return ScramVerifier.isMeant(text) ? ScramVerifier.read(text) : Argon2Hash.read(text);
    }
}
