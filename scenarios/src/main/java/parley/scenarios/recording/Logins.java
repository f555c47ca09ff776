package parley.scenarios.recording;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.protocol.recording.Entry;
import parley.protocol.recording.Side;

/**
 * Finds logins over IRC in which each end signs what the other has just made up (RFC 5802, section 3): what was
 * recorded of one is wrong in any other, whoever plays it.
 */
final class Logins {

    private static final Pattern SIGNING = Pattern.compile("(?i)SCRAM-.+|.+-CHALLENGE|(CRAM|DIGEST)-MD5");

    private final Map<String, String> asked = new HashMap<>();
    private @Nullable String unrepeatable;

    /** Takes the next entry of a recording. */
    void see(Entry entry) {
        if (!(entry instanceof Entry.Line line) || JsonMessage.is(line.text())) {
            return;
        }
        Message message = Message.of(line.from(), line.text());
        if (!message.name().equals("AUTHENTICATE")) {
            return;
        }
        String word = message.value("0");
        if (line.from() == Side.SERVER) {
            unrepeatable = unrepeatable == null ? asked.get(line.who()) : unrepeatable;
        } else if (SIGNING.matcher(word).matches()) {
            asked.put(line.who(), word);
        } else {
            asked.remove(line.who());
        }
    }

    /** The mechanism of the first such login that the server went along with. */
    Optional<String> unrepeatable() {
        return Optional.ofNullable(unrepeatable);
    }
}
