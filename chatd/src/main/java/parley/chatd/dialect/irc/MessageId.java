package parley.chatd.dialect.irc;

import java.util.Optional;
import parley.protocol.Cursor;
import parley.protocol.Event.Said;

/** What names a message among all others: its cursor, and its room, because cursors are those of one room. */
record MessageId(Cursor cursor, String room) {

    static String write(Said said) {
        return said.cursor().value() + "." + said.room().substring(1);
    }

    static Optional<MessageId> read(String text) {
        int dot = text.indexOf('.');
        return dot <= 0
                ? Optional.empty()
                : Optional.of(new MessageId(new Cursor(text.substring(0, dot)), "#" + text.substring(dot + 1)));
    }
}
