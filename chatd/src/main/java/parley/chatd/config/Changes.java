package parley.chatd.config;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * The keys whose values differ between two configuration files, by name: a value may be a secret.
 *
 * @param now those that a running server can go by
 * @param atRestart those that it will go by once it is started again
 */
public record Changes(List<String> now, List<String> atRestart) {

    /** Keys and sections of what a server opens when it starts, and only then. */
    static final Set<String> OPENED_AT_START = Set.of("listen", "history", "metrics", "record");

    public Changes {
        now = List.copyOf(now);
        atRestart = List.copyOf(atRestart);
    }

    /** What is different in the second text. Values are compared as they are written; none is different from any. */
    public static Changes between(String before, String after) {
        TomlTable old = Toml.parse(before);
        TomlTable young = Toml.parse(after);
        Set<String> keys = new TreeSet<>(old.dottedKeySet());
        keys.addAll(young.dottedKeySet());
        keys.removeIf(key -> Objects.equals(value(old, key), value(young, key)));
        Predicate<String> atStart = key -> OPENED_AT_START.contains(key.split("\\.", 2)[0]);
        return new Changes(keys.stream().filter(atStart.negate()).toList(), keys.stream().filter(atStart).toList());
    }

    /** Lists of the same elements are equal as texts only. */
    private static @Nullable Object value(TomlTable table, String key) {
        Object value = table.get(key);
        return value instanceof TomlArray list ? list.toJson() : value;
    }
}
