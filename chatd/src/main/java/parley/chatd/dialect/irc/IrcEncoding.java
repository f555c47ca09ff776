package parley.chatd.dialect.irc;

import parley.chatd.core.Encoding;
import parley.protocol.Event;

/** The bytes for all connections with the same capabilities. {@link IrcNetwork} makes each once. */
final class IrcEncoding {

    /** Of what happens in a room. */
    final Encoding ofEvents;
    /** Of somebody who leaves it because their session is over. */
    final Encoding ofGoodbyes;
    /** For what one connection alone is told. */
    final EventLines lines;

    IrcEncoding(EventLines lines) {
        this.lines = lines;
        this.ofEvents = encoding(false);
        this.ofGoodbyes = encoding(true);
    }

    private Encoding encoding(boolean goodbye) {
        return new Encoding() {
            @Override
            public byte[] encode(Event event) {
                return Lines.bytes(lines.lines(event, goodbye));
            }
        };
    }
}
