package parley.chatd.core;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event.Refused;
import parley.protocol.Password;
import parley.protocol.Refusal;

/** Who may have the nick of an account. */
record Login(Settings settings) {

    /** So many wrong passwords end a session: guessing begins with a new connection each time. */
    private static final int MOST_GUESSES = 3;

    /** What came of asking for a nick. */
    sealed interface Outcome {
    }

    /** It is theirs to claim. */
    record Free() implements Outcome {
    }

    /** It is an account's, and they have proved to be its owner. */
    record Proved(Account account) implements Outcome {
    }

    /** It is not for them. */
    record Denied(Refused refused) implements Outcome {
    }

    /** Looks who asks for a nick. May take as long as a password takes to check. */
    Outcome ask(Session session, Nick nick, @Nullable Password password) {
        Optional<Account> account = settings.account(nick.key());
        if (account.isEmpty()) {
            return password == null
                    ? new Free()
                    : denied(Refusal.PASSWORD_WRONG, nick,
                            "there is no account " + nick.text()
                                    + ": leave the password out, or name the account's nick");
        }
        if (account.equals(session.account())) {
            return new Proved(account.get());
        }
        if (session.origin().certificate().filter(account.get().certificates()::contains).isPresent()) {
            return new Proved(account.get());
        }
        return password == null ? reserved(nick) : guess(session, account.get(), password);
    }

    /**
     * Logs in to an account, whatever the nick is or will be.
     *
     * @param name null for the one that the session's certificate belongs to
     * @param password null if a certificate is to do
     */
    Optional<Refused> logIn(Session session, @Nullable String name, @Nullable Password password) {
        Optional<Account> account = name == null ? certified(session) : settings.accountNamed(name);
        Outcome outcome = account.<Outcome>map(known -> ask(session, known.nick(), password))
                .orElseGet(() -> new Denied(new Refused(Refusal.PASSWORD_WRONG, name == null ? "" : name,
                        name == null ? "no account has your certificate" : "there is no account " + name)));
        return switch (outcome) {
            case Proved proved -> {
                session.logIn(proved.account());
                yield Optional.empty();
            }
            case Denied denied -> Optional.of(denied.refused());
            case Free free -> throw new IllegalStateException("an account is never free");
        };
    }

    /**
     * Logs in somebody who has shown in another way that they know the password, or has failed to. Whether there is such
     * an account at all is not told.
     *
     * @param proof whether this is the password that they know
     */
    Optional<Refused> prove(Session session, String name, Predicate<PasswordHash> proof) {
        Optional<Account> account = settings.accountNamed(name)
                .filter(known -> known.password() != null && proof.test(known.password()));
        account.ifPresentOrElse(session::logIn, () -> countGuess(session));
        return account.isPresent()
                ? Optional.empty()
                : Optional.of(new Refused(Refusal.PASSWORD_WRONG, "",
                        "that is not an account and its password, or it does not log in this way"));
    }

    private Optional<Account> certified(Session session) {
        return session.origin().certificate().flatMap(certificate -> settings.accounts().values().stream()
                .filter(account -> account.certificates().contains(certificate)).findFirst());
    }

    /** Looks whether somebody who is welcome already may take a nick. */
    Optional<Refused> rename(Session session, Nick nick) {
        Optional<Account> account = settings.account(nick.key());
        return account.isEmpty() || account.equals(session.account())
                ? Optional.empty()
                : Optional.of(reserved(nick).refused());
    }

    private static Denied reserved(Nick nick) {
        return denied(Refusal.NICK_RESERVED, nick,
                nick.text() + " belongs to an account: log in with its password, or take another nick");
    }

    private static Outcome guess(Session session, Account account, Password password) {
        PasswordHash hash = account.password();
        if (hash != null && hash.matches(password)) {
            return new Proved(account);
        }
        countGuess(session);
        return denied(Refusal.PASSWORD_WRONG, account.nick(), hash == null
                ? account.nick().text() + " logs in with a certificate, not with a password"
                : "that is not the password of " + account.nick().text());
    }

    private static void countGuess(Session session) {
        if (session.countWrongPassword() >= MOST_GUESSES) {
            session.end("too many wrong passwords");
        }
    }

    private static Denied denied(Refusal why, Nick nick, String sentence) {
        return new Denied(new Refused(why, nick.text(), sentence));
    }
}
