package parley.chatd.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import parley.protocol.text.Suggestion;

/**
 * One table of the file. Reading a key makes it a known one; {@link #end} reports those that nobody has read. Problems
 * are gathered, so that a person learns of all at once.
 */
final class Section {

    /** For ever; what is longer leaves the calendar. */
    private static final Duration LONGEST = Duration.ofDays(1_000_000);

    private final String source;
    private final String name;
    private final TomlTable table;
    private final @Nullable TomlPosition position;
    private final List<String> problems;
    private final Set<String> known = new LinkedHashSet<>();

    Section(String source, String name, TomlTable table, List<String> problems) {
        this(source, name, table, null, problems);
    }

    /**
     * @param position where what is missing is missed
     */
    private Section(String source, String name, TomlTable table, @Nullable TomlPosition position,
            List<String> problems) {
        this.source = source;
        this.name = name;
        this.table = table;
        this.position = position;
        this.problems = problems;
    }

    /** A table inside this one; an empty one if it is not there. */
    Section section(String key, TomlTable otherwise) {
        Object value = value(key);
        if (value != null && !(value instanceof TomlTable)) {
            problem(key, "is a table: write [" + key + "] and its keys below");
        }
        return new Section(source, key, value instanceof TomlTable found ? found : otherwise, problems);
    }

    String text(String key, String otherwise) {
        Object value = value(key);
        if (value == null || value instanceof String) {
            return value == null ? otherwise : (String) value;
        }
        problem(key, "is a text in quotes");
        return otherwise;
    }

    /** One of a few words. */
    String oneOf(String key, List<String> words, String otherwise) {
        String word = text(key, otherwise);
        if (words.contains(word)) {
            return word;
        }
        problem(key, "is one of \"" + String.join("\", \"", words) + "\", not \"" + word + "\"");
        return otherwise;
    }

    /** One of a few words, those of an enumeration in lower case. */
    <E extends Enum<E>> E word(String key, E otherwise) {
        List<E> all = List.of(otherwise.getDeclaringClass().getEnumConstants());
        List<String> words = all.stream().map(Section::word).toList();
        return all.get(words.indexOf(oneOf(key, words, word(otherwise))));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The name of a file, relative to the folder unless it is absolute. */
    Optional<Path> path(String key, Path folder) {
        String name = text(key, "");
        try {
            return Optional.of(name).filter(given -> !given.isEmpty()).map(folder::resolve);
        } catch (InvalidPathException e) {
            problem(key, "is no path: " + e.getReason());
            return Optional.empty();
        }
    }

    /** A whole number from {@code least} to {@code most}. */
    int count(String key, int otherwise, int least, int most) {
        Object value = value(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long number && number >= least && number <= most) {
            return number.intValue();
        }
        problem(key, "is a whole number from " + least + " to " + most);
        return otherwise;
    }

    /** A time like {@code "250ms"}, {@code "30s"}, {@code "2m"}, {@code "1h"} or {@code "7d"}. */
    Duration duration(String key, Duration otherwise) {
        Object value = value(key);
        if (value == null) {
            return otherwise;
        }
        Optional<Duration> duration = value instanceof String text ? duration(text) : Optional.empty();
        if (duration.isEmpty()) {
            problem(key, "is a time above zero in quotes, like \"250ms\", \"30s\", \"2m\", \"1h\" or \"7d\"; at most \""
                    + LONGEST.toDays() + "d\"");
        }
        return duration.orElse(otherwise);
    }

    private static Optional<Duration> duration(String text) {
        String iso = text.endsWith("ms")
                ? "PT" + seconds(text.substring(0, text.length() - 2)) + "S"
                : text.endsWith("d") ? "P" + text : "PT" + text;
        try {
            return Optional.of(Duration.parse(iso.toUpperCase(Locale.ROOT)))
                    .filter(duration -> duration.isPositive() && duration.compareTo(LONGEST) <= 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String seconds(String millis) {
        return millis.matches("\\d{1,9}") ? Double.toString(Integer.parseInt(millis) / 1000.0) : "";
    }

    List<String> texts(String key, List<String> otherwise) {
        Object value = value(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof TomlArray array && array.toList().stream().allMatch(String.class::isInstance)) {
            return array.toList().stream().map(String.class::cast).toList();
        }
        problem(key, "is a list of texts in quotes, like [\"one\", \"two\"]");
        return otherwise;
    }

    /**
     * A list of one or more, each a text or a table.
     *
     * @param shape what to say if it is not
     * @return what they mean, as far as they mean something; empty if there is no such key
     */
    <T> Optional<List<T>> each(String key, String shape, Function<String, Optional<T>> ofText,
            Function<Section, Optional<T>> ofTable) {
        Object value = value(key);
        if (value == null) {
            return Optional.empty();
        }
        List<T> all = new ArrayList<>();
        if (!(value instanceof TomlArray array) || array.isEmpty()) {
            problem(key, shape + (value instanceof TomlArray ? ": it has none" : ""));
            return Optional.of(all);
        }
        for (int i = 0; i < array.size(); i++) {
            switch (array.get(i)) {
                case String text -> ofText.apply(text).ifPresent(all::add);
                case TomlTable element -> ofTable
                        .apply(new Section(source, "[" + key + "]", element, array.inputPositionOf(i), problems))
                        .ifPresent(all::add);
                default -> problem(key, shape);
            }
        }
        return Optional.of(all);
    }

    private @Nullable Object value(String key) {
        known.add(key);
        return table.get(List.of(key));
    }

    /** Reports what is wrong with a key's value. */
    void problem(String key, String sentence) {
        problems.add(place(key) + ": " + key + " " + sentence);
    }

    /** Where a key stands, or should. */
    String place(String key) {
        TomlPosition own = table.inputPositionOf(List.of(key));
        TomlPosition at = own == null ? position : own;
        return at == null ? source : source + ":" + at.line() + ":" + at.column();
    }

    /** Reports keys that do not exist, each with the one that was probably meant. */
    void end() {
        List<String> unknown = new ArrayList<>(table.keySet());
        unknown.removeAll(known);
        for (String key : unknown) {
            String where = name.isEmpty() ? "at the top level" : "in [" + name + "]";
            problem(key, "is not a key " + where + "; " + Suggestion.nearest(key, known)
                    .map(near -> "did you mean " + near + "?").orElse("there are " + String.join(", ", known)));
        }
    }
}
