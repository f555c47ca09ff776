package parley.protocol.client.irc;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.ServerFirstMessage;
import com.ongres.scram.common.StringPreparation;
import com.ongres.scram.common.exception.ScramException;
import com.ongres.scram.common.exception.ScramInvalidServerSignatureException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.protocol.Password;

/**
 * A login by SCRAM-SHA-256 (RFC 5802, RFC 7677): the client proves that it knows the password, and believes nothing
 * before the server has done so, too.
 */
final class ScramLogin implements SaslLogin {

    /**
     * The fewest that RFC 7677 allows: with less, who only claims to be the server could guess the password from the
     * proof.
     */
    private static final int LEAST_ITERATIONS = 4096;
    /** With more, it would be at work for minutes. */
    private static final int MOST_ITERATIONS = 10_000_000;

    private final String name;
    private final Password password;
    private @Nullable ScramClient client;
    private boolean proved;
    private boolean satisfied;

    ScramLogin(String name, Password password) {
        this.name = name;
        this.password = password;
    }

    @Override
    public boolean isSatisfied() {
        return satisfied;
    }

    @Override
    public Step take(String message) {
        try {
            if (client == null) {
                client = begin();
                return new Say(client.clientFirstMessage().toString());
            }
            return proved ? believe(client, message) : prove(client, message);
        } catch (ScramInvalidServerSignatureException e) {
            return new Distrust(
                    "the server does not know the password of " + name + ": it is not the one it claims to be");
        } catch (ScramException | IllegalArgumentException | IllegalStateException e) {
            return new Distrust("what the server says is not SCRAM-SHA-256");
        }
    }

    private ScramClient begin() {
        return ScramClient.builder().advertisedMechanisms(List.of(Mechanism.SCRAM_SHA_256.wireName())).username(name)
                .password(password.text().toCharArray()).stringPreparation(StringPreparation.POSTGRESQL_PREPARATION)
                .build();
    }

    private Step prove(ScramClient begun, String message) throws ScramException {
        ServerFirstMessage first = begun.serverFirstMessage(message);
        int iterations = first.getIterationCount();
        if (iterations < LEAST_ITERATIONS || iterations > MOST_ITERATIONS) {
            return new Distrust(
                    "the server wants a proof of " + iterations + " iterations; " + LEAST_ITERATIONS + " to "
                            + MOST_ITERATIONS + " are done");
        }
        proved = true;
        return new Say(begun.clientFinalMessage().toString());
    }

    private Step believe(ScramClient begun, String message) throws ScramException {
        begun.serverFinalMessage(message);
        satisfied = true;
        return new Say("");
    }
}
