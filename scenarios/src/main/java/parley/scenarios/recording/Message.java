package parley.scenarios.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import parley.protocol.recording.Side;

/**
 * A line taken apart into named fields, in whatever dialect it is.
 *
 * @param name what kind of line it is: {@code do say}, {@code on said}, {@code PRIVMSG}
 * @param lane within which order matters: a room, an answer; between lanes it does not
 * @param chatter whether a session is the same without it: signs of life, a server's talk of itself
 * @param fields by their names, in their order
 */
record Message(String name, String lane, boolean chatter, Map<String, Field> fields) {

    /** What follows in no order: the end of a connection. */
    static final Message END = new Message("the end of the connection", "\0end", false, Map.of());

    Message {
        fields = new LinkedHashMap<>(fields);
    }

    /** Whether it is the end of a connection. */
    boolean isEnd() {
        return lane.equals(END.lane);
    }

    /** Takes a line apart. */
    static Message of(Side from, String text) {
        return JsonMessage.is(text) ? JsonMessage.of(from, text) : IrcMessage.of(from, text);
    }

    /** Bytes that are no line. */
    static Message ofBytes(String bytes) {
        return new Message("bytes", "", false, Map.of("bytes", Field.fixed(bytes)));
    }

    /**
     * The same line with other values in some fields; as it is spelt, if there are none.
     *
     * @param values gives the value of a field, which may be the one it has
     */
    static String rewrite(Side from, String text, Values values) {
        return JsonMessage.is(text)
                ? JsonMessage.rewrite(from, text, values)
                : IrcMessage.rewrite(from, text, values);
    }

    /** Says what a field has. */
    interface Values {
        String of(String name, Field field);
    }

    /** The sign of life that answers this line, if it asks for one; empty if it does not. */
    static String pong(Side from, String text) {
        return JsonMessage.is(text) ? JsonMessage.pong(from, text) : IrcMessage.pong(from, text);
    }

    /** Whose doing it tells of, if it is somebody's and not of the past; empty otherwise. */
    String author() {
        if (fields.containsKey("past") || fields.containsKey("@batch")) {
            return "";
        }
        String from = value("source").isEmpty() ? value("from") : value("source");
        return from.isEmpty() ? value("nick") : from;
    }

    /** The value of a field; empty if there is none. */
    String value(String field) {
        Field found = fields.get(field);
        return found == null ? "" : found.value();
    }

    /** The same with the values changed. */
    Message map(UnaryOperator<String> change) {
        Map<String, Field> changed = new LinkedHashMap<>();
        fields.forEach((name, field) -> changed.put(name,
                new Field(change.apply(field.value()), field.nature(), field.space(), field.declares())));
        return new Message(name, lane, chatter, changed);
    }
}
