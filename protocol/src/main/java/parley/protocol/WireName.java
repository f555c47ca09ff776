package parley.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A word of the vocabulary that is the same in every dialect, in scenarios, in configurations and in reports. */
public interface WireName {

    String wireName();

    /** The constant of that name, if there is one. */
    static <E extends Enum<E> & WireName> Optional<E> read(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(word -> word.wireName().equals(name)).findFirst();
    }

    /** All names, in the order of the words. */
    static <E extends Enum<E> & WireName> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(WireName::wireName).toList();
    }

    /** All names, as a sentence lists them: {@code "none", "member", "voice" or "operator"}. */
    static <E extends Enum<E> & WireName> String choices(Class<E> type) {
        E[] words = type.getEnumConstants();
        String last = quoted(words[words.length - 1]);
        Stream<E> others = Arrays.stream(words).limit(words.length - 1L);
        return others.map(WireName::quoted).collect(Collectors.joining(", ")) + " or " + last;
    }

    private static String quoted(WireName word) {
        return '"' + word.wireName() + '"';
    }
}
