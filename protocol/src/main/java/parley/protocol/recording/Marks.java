package parley.protocol.recording;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands beside a line in a recording.
 *
 * @param secrets the names that stand in the line as <code>${NAME}</code>, in place of secrets
 * @param match patterns, by the name of the field they are for, that count instead of what the line has there
 * @param note for whoever reads it; perhaps empty
 */
public record Marks(List<String> secrets, Map<String, String> match, String note) {

    public static final Marks NONE = new Marks(List.of(), Map.of(), "");

    public Marks {
        secrets = List.copyOf(secrets);
        match = java.util.Collections.unmodifiableMap(new TreeMap<>(match));
    }

    /** Marks of a line that has these placeholders and nothing else to be said of it. */
    public static Marks secrets(List<String> secrets) {
        return secrets.isEmpty() ? NONE : new Marks(secrets, Map.of(), "");
    }

    /** The same with these placeholders as well. */
    public Marks withSecrets(List<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new java.util.LinkedHashSet<>(secrets);
        all.addAll(more);
        return new Marks(List.copyOf(all), match, note);
    }
}
