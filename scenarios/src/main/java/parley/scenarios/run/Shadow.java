package parley.scenarios.run;

import java.util.UUID;
import parley.protocol.Command;
import parley.protocol.Dialect;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Request;
import parley.protocol.client.ClientDialect;
import parley.protocol.client.Disconnected;

/**
 * Reads what a server tells somebody else as a client of ours would read it that stands in the same place: for IRC, which
 * tells much only to whom has registered, it believes that it has. Used by one connection's reader.
 */
final class Shadow implements Guest.Hearing {

    private static final String PING = "PING ";

    private final ClientDialect dialect;
    private final Transcript transcript;

    Shadow(Dialect spoken, String nick, Transcript transcript) {
        this.dialect = ClientDialect.of(spoken);
        this.transcript = transcript;
        if (spoken == Dialect.IRC) {
            var _ = dialect.say(new Request(UUID.randomUUID().toString(), new Command.Hello(nick)));
        }
    }

    @Override
    public void told(String text) {
        try {
            ClientDialect.Heard heard = dialect.hear(text);
            transcript.received(text, heard);
            for (String reply : heard.replies()) {
                if (reply.startsWith(PING)) {
                    // This one would have been answered next: with that, a client of ours is welcome.
                    String pong = ":server PONG server " + reply.substring(PING.length());
                    transcript.received(pong, dialect.hear(pong));
                }
            }
        } catch (NotOfThisDialect e) {
            transcript.ended(new Disconnected(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void ended() {
        transcript.ended(new Disconnected("the connection has ended"));
    }
}
