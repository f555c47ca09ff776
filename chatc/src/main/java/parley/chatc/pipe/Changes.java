package parley.chatc.pipe;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import parley.chatc.text.Pieces;

/**
 * Makes of bytes a text that a message can hold. What had to be changed for that is said once for each kind of change,
 * with the place where it was needed first. Used by one thread.
 */
final class Changes {

    private final Consumer<String> notes;
    private final Set<Change> noted = EnumSet.noneOf(Change.class);

    /** What may have to be done; the sentence goes on after the place. */
    private enum Change {
        NOT_UTF8("is not UTF-8; its stray bytes are sent as U+FFFD"),
        NUL("has a NUL character, which no message can have; it is sent as U+FFFD"),
        SPLIT("is longer than a message (" + Pieces.MAX_BYTES + " bytes); it is sent in several");

        private final String sentence;

        Change(String sentence) {
            this.sentence = sentence;
        }
    }

    Changes(Consumer<String> notes) {
        this.notes = notes;
    }

    /** The text of bytes that stand at this place. */
    String text(ByteBuffer bytes, String place) {
        String text = decode(bytes, place);
        if (text.indexOf('\0') < 0) {
            return text;
        }
        note(Change.NUL, place);
        return text.replace('\0', '\ufffd');
    }

    private String decode(ByteBuffer bytes, String place) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            note(Change.NOT_UTF8, place);
            return StandardCharsets.UTF_8.decode(bytes).toString(); // this one replaces
        }
    }

    /** What stands at this place became several messages. */
    void split(String place) {
        note(Change.SPLIT, place);
    }

    private void note(Change change, String place) {
        if (noted.add(change)) {
            notes.accept(place + " " + change.sentence);
        }
    }
}
