package parley.chatd.accounts;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ServerFinalMessage;
import com.ongres.scram.common.ServerFirstMessage;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's half of one login by SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding. The library has the
 * mathematics, but reads what a client says only for tests of its own client: so that is read here, and signed as it was
 * sent.
 *
 * <pre>
 *   client                              server
 *   n,,n=alice,r=abc            ──────►
 *                               ◄──────  r=abcXYZ,s=salt,i=600000       {@link #challenge}
 *   c=biws,r=abcXYZ,p=proof     ──────►
 *                               ◄──────  v=signature                    {@link #answer}
 * </pre>
 */
public final class ScramExchange {

    private static final int NONCE = 24;
    private static final Pattern FINAL = Pattern.compile(
            "(?<bare>c=(?<header>[A-Za-z0-9+/=]+),r=(?<nonce>[^,]+)(?:,.*)?),p=(?<proof>[A-Za-z0-9+/=]+)");

    private final ClientFirst first;
    private final ScramVerifier verifier;
    private final String nonce;
    private final String challenge;

    private ScramExchange(ClientFirst first, ScramVerifier verifier, String serverNonce) {
        this.first = first;
        this.verifier = verifier;
        this.nonce = first.nonce() + serverNonce;
        this.challenge =
                new ServerFirstMessage(first.nonce(), serverNonce, verifier.salt(), verifier.iterations()).toString();
    }

    /**
     * Begins with what the client said first.
     *
     * @param verifiers of the name of an account, known or not
     * @return empty if it is no such thing, or wants a channel bound
     */
    public static Optional<ScramExchange> begin(String clientFirst, Function<String, ScramVerifier> verifiers) {
        return begin(clientFirst, verifiers, ScramFunctions.nonce(NONCE, new SecureRandom()));
    }

    static Optional<ScramExchange> begin(String clientFirst, Function<String, ScramVerifier> verifiers,
            String serverNonce) {
        return ClientFirst.read(clientFirst)
                .map(first -> new ScramExchange(first, verifiers.apply(first.name()), serverNonce));
    }

    /** The name of the account that the client says is its own. */
    public String name() {
        return first.name();
    }

    /** The account that it wants to log in to; empty for its own. */
    public String authzid() {
        return first.authzid();
    }

    /** What is known of its password. */
    public ScramVerifier verifier() {
        return verifier;
    }

    /** What the server says first. */
    public String challenge() {
        return challenge;
    }

    /** What the server says in the end, if what the client said last proves that it knows the password. */
    public Optional<String> answer(String clientFinal) {
        Matcher form = FINAL.matcher(clientFinal);
        if (!form.matches() || !form.group("nonce").equals(nonce) || !form.group("header").equals(header())) {
            return Optional.empty();
        }
        String authMessage = first.bare() + "," + challenge + "," + form.group("bare");
        return verifier.proves(proof(form.group("proof")), authMessage)
                ? Optional.of(new ServerFinalMessage(verifier.signature(authMessage)).toString())
                : Optional.empty();
    }

    /** The header of the first message once more, so that nobody on the way has changed it unseen. */
    private String header() {
        return ScramVerifier.base64(first.header().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] proof(String base64) {
        try {
            return ScramVerifier.bytes(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
