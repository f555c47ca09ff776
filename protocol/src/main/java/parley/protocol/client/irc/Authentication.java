package parley.protocol.client.irc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command.Hello;
import parley.protocol.Event.Refused;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.SaslMessage;

/**
 * Logs in by SASL: first by the strongest mechanism that the server offers, and if that fails, by the next. A server may
 * offer one that this account cannot use; and one that wants the password itself can have it anyhow, by offering nothing
 * else.
 */
final class Authentication {

    private final Hello hello;
    private final Password password;
    private final Queue<SaslLogin.Mechanism> left;
    private @Nullable SaslLogin login;
    private SaslMessage heard = new SaslMessage();
    private @Nullable Refused refused;

    /** @param mechanisms the strongest first */
    Authentication(Hello hello, Password password, List<SaslLogin.Mechanism> mechanisms) {
        this.hello = hello;
        this.password = password;
        this.left = new ArrayDeque<>(mechanisms);
    }

    /** Begins with the next mechanism; says nothing if none is left. */
    List<IrcLine> next() {
        SaslLogin.Mechanism mechanism = left.poll();
        if (mechanism == null) {
            return List.of();
        }
        login = mechanism.begin(hello, password);
        heard = new SaslMessage();
        return List.of(IrcLine.of("AUTHENTICATE", mechanism.wireName()));
    }

    /** What to say to a piece of what the server says. */
    List<IrcLine> answer(String piece) {
        if (login == null || refused != null) {
            return List.of();
        }
        return switch (heard.take(piece)) {
            case SaslMessage.Unfinished _ -> List.of();
            case SaslMessage.Whole whole -> step(login.take(whole.text()));
            case SaslMessage.TooLong _, SaslMessage.Unreadable _ ->
                step(new SaslLogin.Distrust("what the server says is not SASL"));
        };
    }

    private List<IrcLine> step(SaslLogin.Step step) {
        return switch (step) {
            case SaslLogin.Say say -> SaslMessage.lines(say.message());
            case SaslLogin.Distrust distrust -> {
                List<IrcLine> lines = new ArrayList<>(List.of(IrcLine.of("AUTHENTICATE", "*")));
                lines.addAll(refuse(distrust.why()));
                yield lines;
            }
        };
    }

    /** The server says that the login is done: what to say if that is not to be believed. */
    List<IrcLine> done() {
        return login == null || login.isSatisfied() || refused != null
                ? List.of()
                : refuse("the server has not shown that it knows the password of " + hello.nick());
    }

    private List<IrcLine> refuse(String why) {
        refused = new Refused(Refusal.PASSWORD_WRONG, hello.nick(), why);
        return List.of(IrcLine.of("QUIT"));
    }

    /** Why the server is not to be trusted, if it is not. */
    Optional<Refused> refused() {
        return Optional.ofNullable(refused);
    }
}
