package parley.chatd.dialect.irc;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.chatd.accounts.ScramVerifier;
import parley.chatd.core.Account;
import parley.chatd.core.Settings;
import parley.protocol.WireName;

/** The ways in which SASL logs in here. */
enum Mechanism implements WireName {
    /** The password itself (RFC 4616). */
    PLAIN("PLAIN"),
    /** The certificate that the client came with (RFC 4422, appendix A). */
    EXTERNAL("EXTERNAL"),
    /** A proof that the password is known (RFC 5802, RFC 7677). */
    SCRAM_SHA_256("SCRAM-SHA-256");

    private final String wireName;

    Mechanism(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** A login of this kind, from its beginning. */
    Exchange begin() {
        return switch (this) {
            case PLAIN -> new Exchange.Plain();
            case EXTERNAL -> new Exchange.External();
            case SCRAM_SHA_256 -> new Scram();
        };
    }

    /** Whether there is anybody who could log in so. */
    private boolean isOffered(IrcSession client, Settings settings) {
        Collection<Account> accounts = settings.accounts().values();
        return switch (this) {
            case PLAIN -> accounts.stream().anyMatch(account -> account.password() != null);
            case EXTERNAL -> client.session().origin().certificate().isPresent()
                    && accounts.stream().anyMatch(account -> !account.certificates().isEmpty());
            case SCRAM_SHA_256 -> verifiers(settings).findAny().isPresent();
        };
    }

    /** What is kept of passwords in a way that SCRAM can do with. */
    static Stream<ScramVerifier> verifiers(Settings settings) {
        return settings.accounts().values().stream().map(Account::password)
                .filter(ScramVerifier.class::isInstance).map(ScramVerifier.class::cast);
    }

    private static Stream<Mechanism> offered(IrcSession client, Settings settings) {
        return Arrays.stream(values()).filter(mechanism -> mechanism.isOffered(client, settings));
    }

    private static Settings settings(IrcSession client) {
        return client.network().chat().settings();
    }

    static boolean anyIsOffered(IrcSession client) {
        return offered(client, settings(client)).findAny().isPresent();
    }

    /** The names of those that are offered. */
    static String list(IrcSession client) {
        return list(client, settings(client));
    }

    /** The same, where these settings hold or held. */
    static String list(IrcSession client, Settings settings) {
        return offered(client, settings).map(Mechanism::wireName).collect(Collectors.joining(","));
    }

    static Optional<Mechanism> named(IrcSession client, String name) {
        return offered(client, settings(client)).filter(mechanism -> mechanism.wireName.equalsIgnoreCase(name))
                .findFirst();
    }
}
