package parley.chatd.accounts;

import static com.ongres.scram.common.ScramMechanism.SCRAM_SHA_256;

import com.ongres.scram.common.ScramFunctions;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * Verifiers for names that have none, so that SCRAM takes the same course for them: as salty as the others, the same for
 * the same name as long as the process lives, and opened by no password. Any thread.
 */
public final class DecoyVerifiers {

    private final byte[] secret = ScramFunctions.salt(32, new SecureRandom());

    /**
     * The decoy of a name.
     *
     * @param key equal for names that count as the same
     * @param models those that there are: it is like one of them. The last may have gone from the configuration since
     *         the login began; then it is like one that is made now
     */
    public ScramVerifier of(String key, List<ScramVerifier> models) {
        if (models.isEmpty()) {
            return of(key, ScramVerifier.ITERATIONS, ScramVerifier.SALT_BYTES);
        }
        ScramVerifier model = models.get(Math.floorMod(Arrays.hashCode(random("model", key)), models.size()));
        return of(key, model.iterations(), ScramVerifier.bytes(model.salt()).length);
    }

    private ScramVerifier of(String key, int iterations, int saltBytes) {
        byte[] salt = Arrays.copyOf(random("salt", key), saltBytes);
        return new ScramVerifier(iterations, ScramVerifier.base64(salt),
                ScramVerifier.base64(random("stored key", key)), ScramVerifier.base64(random("server key", key)));
    }

    /** 32 bytes that nobody else can know. */
    private byte[] random(String purpose, String key) {
        return ScramFunctions.hmac(SCRAM_SHA_256, secret, (purpose + "\0" + key).getBytes(StandardCharsets.UTF_8));
    }
}
