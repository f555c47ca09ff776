package parley.chatd.accounts;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Optional;
import parley.protocol.Password;

/**
 * A password hashed with Argon2id (RFC 9106), in the usual text form: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
public record Argon2Hash(String text) implements StoredPassword {

    /** As OWASP recommends: 19 MiB of memory, two passes, one lane. */
    private static final Argon2Function FUNCTION = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;

    /** Hashes a password, with salt of its own. */
    public static Argon2Hash of(Password password) {
        return new Argon2Hash(com.password4j.Password.hash(password.text()).addRandomSalt(SALT_BYTES).with(FUNCTION)
                .getResult());
    }

    /** Reads what is kept of a password; empty if the text is no such thing. */
    public static Optional<Argon2Hash> read(String text) {
        try {
            return text.startsWith("$argon2id$") && Argon2Function.getInstanceFromHash(text) != null
                    ? Optional.of(new Argon2Hash(text))
                    : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean matches(Password password) {
        return Guesses.check(() -> com.password4j.Password.check(password.text(), text)
                .with(Argon2Function.getInstanceFromHash(text)));
    }

    @Override
    public String toString() {
        return "Argon2Hash[hidden]";
    }
}
