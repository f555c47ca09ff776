package parley.chatd.dialect.irc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chatd.accounts.DecoyVerifiers;
import parley.chatd.accounts.ScramExchange;
import parley.chatd.accounts.ScramVerifier;
import parley.chatd.core.Account;
import parley.chatd.core.Nick;

/**
 * A login by SCRAM-SHA-256. It takes the same course whether there is such an account or not, and whether it can log in
 * so. Only on the connection's thread.
 */
final class Scram implements Exchange {

    private static final DecoyVerifiers DECOYS = new DecoyVerifiers();

    private @Nullable ScramExchange exchange;
    private boolean proved;

    @Override
    public Mechanism mechanism() {
        return Mechanism.SCRAM_SHA_256;
    }

    @Override
    public Outcome take(IrcSession client, String message) {
        if (exchange == null) {
            return begin(client, message);
        }
        return proved ? agree(client, exchange, message) : prove(client, exchange, message);
    }

    private Outcome begin(IrcSession client, String message) {
        Optional<ScramExchange> begun = ScramExchange.begin(message, name -> verifier(client, name))
                .filter(it -> Exchange.isOneself(client, it.authzid(), it.name()));
        exchange = begun.orElse(null);
        return begun.<Outcome>map(it -> new Challenge(it.challenge())).orElseGet(Malformed::new);
    }

    private Outcome prove(IrcSession client, ScramExchange begun, String message) {
        Optional<String> answer = begun.answer(message);
        proved = answer.isPresent();
        return answer.<Outcome>map(Challenge::new)
                .orElseGet(() -> new Over(client.session().prove(begun.name(), password -> false)));
    }

    /** The client, too, may find that the server has proved nothing; then it does not go on. */
    private static Outcome agree(IrcSession client, ScramExchange begun, String message) {
        return message.isEmpty()
                ? new Over(client.session().prove(begun.name(), begun.verifier()::equals))
                : new Malformed();
    }

    private static ScramVerifier verifier(IrcSession client, String name) {
        return client.network().chat().settings().accountNamed(name).map(Account::password)
                .filter(ScramVerifier.class::isInstance).map(ScramVerifier.class::cast)
                .orElseGet(() -> DECOYS.of(client.nick(name).map(Nick::key).orElse(name),
                        Mechanism.verifiers(client.network().chat().settings()).toList()));
    }
}
