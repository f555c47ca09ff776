package parley.scenarios.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.NotOfThisDialect;
import parley.protocol.json.JsonLines;
import parley.protocol.recording.Entry;
import parley.protocol.recording.RecordingReader;
import parley.protocol.recording.Side;

/**
 * What came of some things that were asked over JSON lines: those that were refused, and those whose cursor somebody asks
 * with later. A scenario has to say so right behind the step, whenever the answer came.
 */
final class Outcomes {

    private final Map<String, Event.Answer> answers = new HashMap<>();
    private final Set<String> refusedOutright = new HashSet<>();

    /**
     * Reads a recording from its beginning to its end.
     *
     * @param asked the cursors that somebody asks with
     */
    static Outcomes of(Path file, Set<String> asked) throws IOException {
        Outcomes outcomes = new Outcomes();
        try (RecordingReader reader = RecordingReader.open(file)) {
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                if (entry instanceof Entry.Line line && line.from() == Side.SERVER && JsonMessage.is(line.text())) {
                    outcomes.learn(line.who(), line.text(), asked);
                }
            }
        }
        return outcomes;
    }

    private void learn(String who, String text, Set<String> asked) {
        Optional<Delivery> read;
        try {
            read = JsonLines.readDelivery(text);
        } catch (NotOfThisDialect e) {
            return; // nothing that this version knows has come of anything
        }
        read.ifPresent(delivery -> {
            if (delivery.event() instanceof Event.Refused refused) {
                if (delivery.re() == null) {
                    refusedOutright.add(who);
                } else {
                    answers.put(who + " " + delivery.re(), refused);
                }
            } else if (delivery.event() instanceof Event.Done done && delivery.re() != null
                    && isAsked(done.cursor(), asked)) {
                answers.put(who + " " + delivery.re(), done);
            }
        });
    }

    private static boolean isAsked(@Nullable Cursor cursor, Set<String> asked) {
        return cursor != null && asked.contains(cursor.value());
    }

    /** What came of what this connection asked with this ref, if a step has to say so. */
    Optional<Event.Answer> of(String who, @Nullable String ref) {
        return ref == null ? Optional.empty() : Optional.ofNullable(answers.get(who + " " + ref));
    }

    /** Whether this connection was refused something, and it cannot be told what. */
    boolean isRefusedOutright(String who) {
        return refusedOutright.contains(who);
    }
}
