package parley.chatd.toml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import parley.protocol.Address;
import parley.protocol.text.Suggestion;
import parley.protocol.text.TimeSpan;

/**
 * One table of the file. Reading a key makes it a known one; {@link #end} reports those that nobody has read. Problems
 * are gathered, so that a person learns of all at once.
 */
public final class Section {

    /** What to say of an address that is none. */
    public static final String ADDRESS = "is an address HOST:PORT";
    /** As large as any number of things has to be. */
    public static final int MOST = 1 << 30;

    private final String source;
    private final String name;
    private final TomlTable table;
    private final @Nullable TomlPosition position;
    private final List<String> problems;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * Reads a text in TOML 1.0. If that is not what it is, the section is empty, and the problems say why.
     *
     * @param source what problems call the text
     * @param problems gets a line for everything that is wrong, now and later, with line and column
     */
    public static Section of(String source, String text, List<String> problems) {
        TomlParseResult toml = Toml.parse(text);
        toml.errors().forEach(error -> problems.add(syntax(source, error)));
        return new Section(source, "", toml.hasErrors() ? Toml.parse("") : toml, null, problems);
    }

    private static String syntax(String source, TomlParseError error) {
        return source + ":" + error.position().line() + ":" + error.position().column() + ": " + error.getMessage();
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

    /** All tables inside a table inside this one, by their key. */
    public Map<String, Section> sections(String key) {
        Section group = section(key);
        Map<String, Section> sections = new LinkedHashMap<>();
        group.table.keySet().forEach(inner -> sections.put(inner, group.section(inner)));
        return sections;
    }

    public boolean flag(String key, boolean otherwise) {
        Object value = value(key);
        if (value == null || value instanceof Boolean) {
            return value == null ? otherwise : (boolean) value;
        }
        problem(key, "is true or false");
        return otherwise;
    }

    /** A table inside this one; an empty one if it is not there. */
    public Section section(String key) {
        Object value = value(key);
        if (value != null && !(value instanceof TomlTable)) {
            problem(key, "is a table: write [" + key + "] and its keys below");
        }
        return new Section(source, name.isEmpty() ? key : name + "." + key,
                value instanceof TomlTable found ? found : Toml.parse(""), table.inputPositionOf(List.of(key)),
                problems);
    }

    /** The tables inside this one by their names, whatever those are. */
    public Map<String, Section> sections() {
        Map<String, Section> sections = new LinkedHashMap<>();
        table.keySet().forEach(key -> sections.put(key, section(key)));
        return sections;
    }

    /** A text. */
    public String text(String key, String otherwise) {
        Object value = value(key);
        if (value == null || value instanceof String) {
            return value == null ? otherwise : (String) value;
        }
        problem(key, "is a text in quotes");
        return otherwise;
    }

    /**
     * What a text names as an address.
     *
     * @param key where the text stands
     * @param shape what may stand there, for whoever wrote something else
     */
    public Optional<Address> address(String key, String text, String shape) {
        try {
            return Optional.of(Address.parse(text));
        } catch (IllegalArgumentException e) {
            problem(key, shape + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Yes or no; no if it is not there. */
    public boolean flag(String key) {
        Object value = value(key);
        if (value != null && !(value instanceof Boolean)) {
            problem(key, "is true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    /** One of a few words. */
    public String oneOf(String key, List<String> words, String otherwise) {
        String word = text(key, otherwise);
        if (words.contains(word)) {
            return word;
        }
        problem(key, "is one of \"" + String.join("\", \"", words) + "\", not \"" + word + "\"");
        return otherwise;
    }

    /** One of a few words, those of an enumeration in lower case. */
    public <E extends Enum<E>> E word(String key, E otherwise) {
        List<E> all = List.of(otherwise.getDeclaringClass().getEnumConstants());
        List<String> words = all.stream().map(Section::word).toList();
        return all.get(words.indexOf(oneOf(key, words, word(otherwise))));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The name of a file, relative to the folder unless it is absolute. */
    public Optional<Path> path(String key, Path folder) {
        String name = text(key, "");
        try {
            return Optional.of(name).filter(given -> !given.isEmpty()).map(folder::resolve);
        } catch (InvalidPathException e) {
            problem(key, "is no path: " + e.getReason());
            return Optional.empty();
        }
    }

    /** A whole number from {@code least} to {@code most}. */
    public int count(String key, int otherwise, int least, int most) {
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
    public Duration duration(String key, Duration otherwise) {
        Object value = value(key);
        if (value == null) {
            return otherwise;
        }
        Optional<Duration> duration = value instanceof String text ? TimeSpan.read(text) : Optional.empty();
        if (duration.isEmpty()) {
            problem(key, "is a time above zero in quotes, like \"250ms\", \"30s\", \"2m\", \"1h\" or \"7d\"; at most \""
                    + TimeSpan.LONGEST.toDays() + "d\"");
        }
        return duration.orElse(otherwise);
    }

    /** A list of texts. */
    public List<String> texts(String key, List<String> otherwise) {
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
     * A list, each element a text or a table.
     *
     * @param least how many there are at least
     * @param shape what to say if it is not
     * @return what they mean, as far as they mean something; empty if there is no such key
     */
    public <T> Optional<List<T>> each(String key, int least, String shape, Function<String, Optional<T>> ofText,
            Function<Section, Optional<T>> ofTable) {
        Object value = value(key);
        if (value == null) {
            return Optional.empty();
        }
        List<T> all = new ArrayList<>();
        if (!(value instanceof TomlArray array) || array.size() < least) {
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
    public void problem(String key, String sentence) {
        problems.add(place(key) + ": " + key + " " + sentence);
    }

    /** Reports what is wrong with the table as a whole. */
    public void problem(String sentence) {
        problems.add(place("") + ": [" + name + "] " + sentence);
    }

    /** Where a key stands, or should. */
    public String place(String key) {
        TomlPosition own = table.inputPositionOf(List.of(key));
        TomlPosition at = own == null ? position : own;
        return at == null ? source : source + ":" + at.line() + ":" + at.column();
    }

    /** Reports keys that do not exist, each with the one that was probably meant. */
    public void end() {
        List<String> unknown = new ArrayList<>(table.keySet());
        unknown.removeAll(known);
        for (String key : unknown) {
            String where = name.isEmpty() ? "at the top level" : "in [" + name + "]";
            problem(key, "is not a key " + where + "; " + Suggestion.nearest(key, known)
                    .map(near -> "did you mean " + near + "?").orElse("there are " + String.join(", ", known)));
        }
    }
}
