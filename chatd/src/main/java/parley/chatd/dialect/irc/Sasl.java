package parley.chatd.dialect.irc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event.Refused;
import parley.protocol.Password;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/**
 * Login without a nick: AUTHENTICATE with PLAIN (RFC 4616) or EXTERNAL, the client's certificate (RFC 4422, appendix A).
 * SCRAM is not offered, because passwords are kept as Argon2id, which it cannot be checked against. Only on the
 * connection's thread.
 */
final class Sasl {

    private static final String PLAIN = "PLAIN";
    private static final String EXTERNAL = "EXTERNAL";
    /** A chunk of this length is followed by another. */
    private static final int CHUNK = 400;
    private static final int LONGEST = 4096;
    private static final int PLAIN_PARTS = 3;

    private @Nullable String mechanism;
    private final StringBuilder response = new StringBuilder();

    /** Whether there is anybody who could log in. */
    static boolean isOffered(IrcSession client) {
        return !client.network().chat().settings().accounts().isEmpty();
    }

    static String mechanisms(IrcSession client) {
        return client.session().origin().certificate().isPresent() ? PLAIN + "," + EXTERNAL : PLAIN;
    }

    static void authenticate(IrcSession client, IrcLine line) {
        String text = line.params().getFirst();
        if (client.isRegistered() || client.registration().sasl().isDone(client)) {
            client.send(Numeric.ERR_SASLALREADY);
        } else {
            client.registration().sasl().take(client, text);
        }
    }

    private boolean isDone(IrcSession client) {
        return mechanism == null && client.session().accountName().isPresent();
    }

    private void take(IrcSession client, String text) {
        if (text.equals("*")) {
            end(client, client.numeric(Numeric.ERR_SASLABORTED));
        } else if (mechanism == null) {
            begin(client, text.toUpperCase(Locale.ROOT));
        } else if (text.length() > CHUNK || response.length() > LONGEST) {
            end(client, client.numeric(Numeric.ERR_SASLTOOLONG));
        } else {
            response.append(text.equals("+") ? "" : text);
            if (text.length() < CHUNK) {
                check(client, mechanism);
            }
        }
    }

    private void begin(IrcSession client, String wanted) {
        if (!List.of(mechanisms(client).split(",", -1)).contains(wanted)) {
            client.send(Numeric.RPL_SASLMECHS, mechanisms(client));
            end(client, client.numeric(Numeric.ERR_SASLFAIL));
        } else {
            mechanism = wanted;
            client.send(IrcLine.of("AUTHENTICATE", "+"));
        }
    }

    private void check(IrcSession client, String chosen) {
        Optional<String> decoded = decode(response.toString());
        List<String> parts = List.of(decoded.orElse("").split("\0", -1));
        if (decoded.isEmpty() || (chosen.equals(PLAIN) && parts.size() != PLAIN_PARTS)) {
            end(client, client.saying(Numeric.ERR_SASLFAIL, "that is not what " + chosen + " is"));
            return;
        }
        Optional<Refused> refused = chosen.equals(PLAIN)
                ? client.session().logIn(parts.get(1), new Password(parts.get(2)))
                : client.session().logIn(parts.getFirst().isEmpty() ? null : parts.getFirst(), null);
        end(client, refused.map(it -> client.saying(Numeric.ERR_SASLFAIL, it.text()))
                .orElseGet(() -> client.numeric(Numeric.RPL_SASLSUCCESS)));
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void end(IrcSession client, IrcLine outcome) {
        mechanism = null;
        response.setLength(0);
        if (outcome.verb().equals(Numeric.RPL_SASLSUCCESS.code())) {
            String account = client.session().accountName().orElse("*");
            String nick = client.registration().nick();
            client.send(client.saying(Numeric.RPL_LOGGEDIN, "You are now logged in as " + account,
                    nick == null ? "*" : Masks.source(nick), account));
        }
        client.send(outcome);
    }
}
