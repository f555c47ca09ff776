package parley.chatd.accounts;

import static com.ongres.scram.common.ScramMechanism.SCRAM_SHA_256;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.StringPreparation;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.protocol.Password;

/**
 * What SCRAM-SHA-256 (RFC 5802, RFC 7677) keeps of a password, in the form that PostgreSQL uses:
 * {@code SCRAM-SHA-256$600000:salt$StoredKey:ServerKey}. As there, a password is prepared with SASLprep (RFC 4013) if it
 * can be, and taken as it is otherwise.
 *
 * @param iterations of PBKDF2: what one guess costs
 * @param salt in base 64, as are the keys
 * @param storedKey recognises who knows the password
 * @param serverKey proves to them that the server knows it, too
 */
public record ScramVerifier(int iterations, String salt, String storedKey, String serverKey)
        implements
            StoredPassword {

    /** The fewest that RFC 7677 allows. */
    public static final int LEAST_ITERATIONS = 4096;
    /** With more, a login would take a client longer than it waits. */
    public static final int MOST_ITERATIONS = 10_000_000;

    private static final String NAME = "SCRAM-SHA-256$";
    /** As OWASP recommends for PBKDF2 with HMAC-SHA-256. */
    static final int ITERATIONS = 600_000;
    static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(
            Pattern.quote(NAME) + "(\\d{1,8}):([A-Za-z0-9+/]+=*)\\$([A-Za-z0-9+/]+=*):([A-Za-z0-9+/]+=*)");

    /** Makes one of a password, with salt of its own. */
    public static ScramVerifier of(Password password) {
        return of(password, ScramFunctions.salt(SALT_BYTES, new SecureRandom()), ITERATIONS);
    }

    static ScramVerifier of(Password password, byte[] salt, int iterations) {
        byte[] salted = salted(password, salt, iterations);
        byte[] storedKey =
                ScramFunctions.storedKey(SCRAM_SHA_256, ScramFunctions.clientKey(SCRAM_SHA_256, salted));
        return new ScramVerifier(iterations, base64(salt), base64(storedKey),
                base64(ScramFunctions.serverKey(SCRAM_SHA_256, salted)));
    }

    private static byte[] salted(Password password, byte[] salt, int iterations) {
        return ScramFunctions.saltedPassword(SCRAM_SHA_256, StringPreparation.POSTGRESQL_PREPARATION,
                password.text().toCharArray(), salt, iterations);
    }

    /** Whether a text is to be one, well written or not. */
    public static boolean isMeant(String text) {
        return text.startsWith(NAME);
    }

    /** Reads one; empty if the text is none, or with fewer or more iterations than there may be. */
    public static Optional<ScramVerifier> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int iterations = Integer.parseInt(form.group(1));
        boolean sound =
                iterations >= LEAST_ITERATIONS && iterations <= MOST_ITERATIONS && atMostAKey(length(form.group(2)))
                        && length(form.group(3)) == KEY_BYTES && length(form.group(4)) == KEY_BYTES;
        return sound
                ? Optional.of(new ScramVerifier(iterations, form.group(2), form.group(3), form.group(4)))
                : Optional.empty();
    }

    private static boolean atMostAKey(int length) {
        return length > 0 && length <= KEY_BYTES;
    }

    /** How many bytes these are in base 64; 0 if they are not. */
    private static int length(String base64) {
        try {
            return bytes(base64).length;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    @Override
    public boolean matches(Password password) {
        return !password.text().isEmpty() && Guesses.check(() -> MessageDigest.isEqual(bytes(storedKey),
                bytes(of(password, bytes(salt), iterations).storedKey)));
    }

    /** Whether who sent this knows the password. */
    boolean proves(byte[] clientProof, String authMessage) {
        return clientProof.length == KEY_BYTES
                && ScramFunctions.verifyClientProof(SCRAM_SHA_256, clientProof, bytes(storedKey), authMessage);
    }

    /** What proves to them that the server knows the password. */
    byte[] signature(String authMessage) {
        return ScramFunctions.serverSignature(SCRAM_SHA_256, bytes(serverKey), authMessage);
    }

    @Override
    public String text() {
        return NAME + iterations + ":" + salt + "$" + storedKey + ":" + serverKey;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
        return "ScramVerifier[hidden]";
    }
}
