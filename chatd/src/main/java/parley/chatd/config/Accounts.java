package parley.chatd.config;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.chatd.accounts.ScramVerifier;
import parley.chatd.accounts.StoredPassword;
import parley.chatd.core.Account;
import parley.chatd.core.Nick;
import parley.chatd.toml.Section;

/** Reads the accounts: a table for each, {@code [accounts.alice]}. */
final class Accounts {

    private static final String FINGERPRINT = "[0-9a-f]{64}";
    private static final String NO_VERIFIER = "is no whole SCRAM verifier: that is "
            + "SCRAM-SHA-256$ITERATIONS:SALT$STOREDKEY:SERVERKEY, with " + ScramVerifier.LEAST_ITERATIONS + " to "
            + ScramVerifier.MOST_ITERATIONS
            + " iterations, the rest in base 64, the salt of at most 32 bytes and both keys of 32";

    private Accounts() {
    }

    /** The accounts, by the key of their nick. */
    static Map<String, Account> read(Section top, int nickLength) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        top.sections("accounts").forEach((name, table) -> {
            switch (Nick.read(name, nickLength)) {
                case Nick.Invalid invalid -> table.problem("is no nick: " + invalid.refused().text());
                case Nick.Valid valid when accounts.containsKey(valid.nick().key()) -> table.problem("",
                        "counts as the same nick as " + accounts.get(valid.nick().key()).nick().text());
                case Nick.Valid valid -> accounts.put(valid.nick().key(), account(valid.nick(), table));
            }
            table.end();
        });
        return accounts;
    }

    private static Account account(Nick nick, Section table) {
        StoredPassword password = password(nick, table);
        Set<String> certificates = certificates(table);
        if (table.text("password", "").isEmpty() && certificates.isEmpty()) {
            table.problem("has no way to log in: give it a password (\"chatd passwd " + nick.text()
                    + "\" makes one) or certificates");
        }
        return new Account(nick, password, table.flag("operator", false), certificates);
    }

    private static @Nullable StoredPassword password(Nick nick, Section table) {
        String text = table.text("password", "");
        if (text.isEmpty()) {
            return null;
        }
        Optional<? extends StoredPassword> stored = StoredPassword.read(text);
        if (stored.isEmpty()) {
            table.problem("password", ScramVerifier.isMeant(text) ? NO_VERIFIER : noHash(nick));
        }
        return stored.orElse(null);
    }

    private static String noHash(Nick nick) {
        return "is what \"chatd passwd " + nick.text() + "\" makes of a password, and begins with $argon2id$ or, for "
                + "SCRAM, SCRAM-SHA-256$; never the password itself";
    }

    private static Set<String> certificates(Section table) {
        Set<String> fingerprints = new HashSet<>();
        for (String text : table.texts("certificates", List.of())) {
            String fingerprint = text.replace(":", "").toLowerCase(Locale.ROOT);
            if (fingerprint.matches(FINGERPRINT)) {
                fingerprints.add(fingerprint);
            } else {
                table.problem("certificates", "is a list of SHA-256 fingerprints, 64 hexadecimal digits each, as "
                        + "\"openssl x509 -noout -fingerprint -sha256 -in FILE\" prints them; \"" + text
                        + "\" is none");
            }
        }
        return fingerprints;
    }
}
