package parley.chatd.core;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/** Which texts are messages, topics and reasons. */
record Texts(int limitBytes) {

    /** What keeps the text from being a message; it may have several lines. */
    Optional<Refused> message(String text) {
        if (text.isEmpty()) {
            return Optional.of(new Refused(Refusal.TEXT_EMPTY, "text", "a message has at least one character"));
        }
        return limited("a message", text);
    }

    /** What keeps the text from being a topic or a reason, which may be empty but have one line only. */
    Optional<Refused> oneLine(String what, String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            return Optional.of(new Refused(Refusal.TEXT_INVALID, "text", what + " is one line"));
        }
        return limited(what, text);
    }

    private Optional<Refused> limited(String what, String text) {
        if (text.indexOf('\0') >= 0) {
            return Optional.of(new Refused(Refusal.TEXT_INVALID, "text", what + " cannot have the character U+0000"));
        }
        int bytes = text.length() * 3 <= limitBytes ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= limitBytes
                ? Optional.empty()
                : Optional.of(new Refused(Refusal.TEXT_TOO_LONG, "text",
                        what + " has at most " + limitBytes + " bytes of UTF-8; this has " + bytes));
    }
}
