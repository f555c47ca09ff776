package parley.scenarios.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a line looks like: {@code NICK say [in ROOM] PATTERN}. Small letters stand for themselves, capitals are blanks
 * to fill in, brackets hold what may be left out. One form reads such lines and writes them.
 */
final class Form {

    private static final java.util.regex.Pattern ELEMENT = java.util.regex.Pattern.compile("\\[([^]]*)]|\\S+");

    private final String written;
    private final List<Element> elements;
    private final List<String> keywords;
    private final boolean verb;

    /** A part of a form. */
    private sealed interface Element {
    }

    private record Word(String text) implements Element {
    }

    private record Blank(SlotType type) implements Element {
    }

    private record Perhaps(String written, List<Element> elements) implements Element {
    }

    private Form(String written, boolean verb) {
        this.written = written;
        this.elements = elements(written);
        this.verb = verb;
        this.keywords = elements.stream().skip(startsWithNick() ? 1 : 0).takeWhile(Word.class::isInstance)
                .map(word -> ((Word) word).text()).toList();
    }

    static Form of(String written) {
        return new Form(written, false);
    }

    /** A form that begins with what one client does; for several it loses its s: {@code alice and bob say}. */
    static Form verb(String written) {
        return new Form(written, true);
    }

    boolean isVerb() {
        return verb;
    }

    private static List<Element> elements(String written) {
        List<Element> elements = new ArrayList<>();
        Matcher matcher = ELEMENT.matcher(written);
        while (matcher.find()) {
            String inner = matcher.group(1);
            elements.add(inner == null ? element(matcher.group()) : new Perhaps(inner, elements(inner)));
        }
        return List.copyOf(elements);
    }

    private static Element element(String word) {
        return Character.isUpperCase(word.charAt(0)) ? new Blank(SlotType.valueOf(word)) : new Word(word);
    }

    boolean startsWithNick() {
        return elements.getFirst() instanceof Blank;
    }

    /** The words by which lines of this form are known: the first ones, after the nicks if it begins with those. */
    List<String> keywords() {
        return keywords;
    }

    /** Reads what comes after the keywords; null stands for what was left out. */
    List<@Nullable Slice> read(Words words) throws Mistake {
        List<@Nullable Slice> values = new ArrayList<>();
        List<Perhaps> leftOut = new ArrayList<>();
        for (Element element : elements.subList(keywords().size() + (startsWithNick() ? 1 : 0), elements.size())) {
            if (element instanceof Perhaps perhaps && !fits(perhaps, words.copy())) {
                blanks(perhaps.elements()).forEach(blank -> values.add(null));
                leftOut.add(perhaps);
            } else {
                read(element, words, values);
                leftOut.clear();
            }
        }
        if (!words.atEnd()) {
            throw surplus(words, leftOut);
        }
        return values;
    }

    private static boolean fits(Perhaps perhaps, Words ahead) {
        return !ahead.atEnd() && perhaps.elements().stream().allMatch(element -> switch (element) {
            case Word word -> ahead.took(word.text());
            case Blank blank -> blank.type().fits(ahead.peek());
            case Perhaps inner -> true;
        });
    }

    private static void read(Element element, Words words, List<@Nullable Slice> values) throws Mistake {
        switch (element) {
            case Word word when words.took(word.text()) -> {
                // It says where we are and nothing else.
            }
            case Word word -> throw words.mistake("here comes \"" + word.text() + "\"", List.of(word.text()));
            case Blank blank -> values.add(blank.type().read(words));
            case Perhaps perhaps -> {
                for (Element inner : perhaps.elements()) {
                    read(inner, words, values);
                }
            }
        }
    }

    private static Mistake surplus(Words words, List<Perhaps> leftOut) {
        if (words.peek().text().equals("within")) {
            return new Mistake(words.left(), "a time is a number and ms, s or m, like within 500ms");
        }
        if (leftOut.isEmpty()) {
            return new Mistake(words.left(), "the step ends before this");
        }
        String choices = leftOut.stream().map(Perhaps::written).collect(Collectors.joining(" or "));
        List<String> near = leftOut.stream().map(perhaps -> perhaps.elements().getFirst())
                .map(first -> first instanceof Word(String word) ? word : "#" + words.peek().text()).toList();
        return words.mistake("here comes " + choices + ", or the end of the line", near);
    }

    private static Stream<SlotType> blanks(List<Element> elements) {
        return elements.stream().flatMap(element -> switch (element) {
            case Word word -> Stream.empty();
            case Blank blank -> Stream.of(blank.type());
            case Perhaps perhaps -> blanks(perhaps.elements());
        });
    }

    /** The blanks, in the order of their values. */
    List<SlotType> blanks() {
        return blanks(elements).toList();
    }

    /**
     * Writes a line of this form.
     *
     * @param values one for each blank; what is null is left out, and what is empty if it can be
     */
    Phrase write(List<@Nullable String> values) {
        Phrase.Writer writer = new Phrase.Writer(values);
        elements.forEach(element -> write(element, writer));
        return writer.phrase();
    }

    private static void write(Element element, Phrase.Writer writer) {
        switch (element) {
            case Word word -> writer.word(word.text());
            case Blank blank -> writer.value();
            case Perhaps perhaps when writer.nextIsEmpty() -> writer.skip();
            case Perhaps perhaps -> perhaps.elements().forEach(inner -> write(inner, writer));
        }
    }

    /** The form as the tables have it: {@code leaves ROOM [because TEXT]}. */
    @Override
    public String toString() {
        return written;
    }
}
