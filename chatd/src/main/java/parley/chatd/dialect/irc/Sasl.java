package parley.chatd.dialect.irc;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event.Refused;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;
import parley.protocol.irc.SaslMessage;

/**
 * Login to an account, whatever the nick, before the welcome or later: AUTHENTICATE (IRCv3 SASL 3.2). Who is logged in
 * stays so. Only on the connection's thread.
 */
final class Sasl {

    private @Nullable Exchange exchange;
    private SaslMessage message = new SaslMessage();

    static void authenticate(IrcSession client, IrcLine line) {
        String text = line.params().getFirst();
        Sasl sasl = client.sasl();
        if (sasl.exchange == null && client.session().accountName().isPresent()) {
            client.send(Numeric.ERR_SASLALREADY);
        } else if (text.equals("*")) {
            sasl.end(client, client.numeric(Numeric.ERR_SASLABORTED));
        } else if (sasl.exchange == null) {
            sasl.begin(client, text);
        } else {
            sasl.take(client, sasl.exchange, text);
        }
    }

    /** A client that registers without waiting for its login does without. */
    void abort(IrcSession client) {
        if (exchange != null) {
            end(client, client.numeric(Numeric.ERR_SASLABORTED));
        }
    }

    private void begin(IrcSession client, String name) {
        Optional<Mechanism> wanted = Mechanism.named(client, name);
        if (wanted.isEmpty()) {
            client.send(Numeric.RPL_SASLMECHS, Mechanism.list(client));
            end(client, client.numeric(Numeric.ERR_SASLFAIL));
        } else {
            exchange = wanted.get().begin();
            client.send(SaslMessage.lines(""));
        }
    }

    private void take(IrcSession client, Exchange begun, String piece) {
        switch (message.take(piece)) {
            case SaslMessage.Unfinished _ -> {
                // The rest is yet to come.
            }
            case SaslMessage.TooLong _ -> end(client, client.numeric(Numeric.ERR_SASLTOOLONG));
            case SaslMessage.Unreadable _ -> endMalformed(client, begun.mechanism());
            case SaslMessage.Whole whole -> {
                switch (begun.take(client, whole.text())) {
                    case Exchange.Challenge challenge -> client.send(SaslMessage.lines(challenge.text()));
                    case Exchange.Malformed _ -> endMalformed(client, begun.mechanism());
                    case Exchange.Over over -> end(client, over.refused());
                }
            }
        }
    }

    private void endMalformed(IrcSession client, Mechanism chosen) {
        end(client, client.saying(Numeric.ERR_SASLFAIL, "that is not what " + chosen.wireName() + " is"));
    }

    private void end(IrcSession client, Optional<Refused> refused) {
        if (refused.isPresent()) {
            end(client, client.saying(Numeric.ERR_SASLFAIL, refused.get().text()));
            return;
        }
        if (!client.isRegistered()) {
            String nick = Objects.requireNonNullElse(client.registration().nick(), "");
            client.send(Accounts.own(client, nick, client.session().accountName()));
        }
        end(client, client.numeric(Numeric.RPL_SASLSUCCESS));
    }

    private void end(IrcSession client, IrcLine outcome) {
        exchange = null;
        message = new SaslMessage();
        client.send(outcome);
    }
}
