package parley.scenarios.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.protocol.Refusal;
import parley.protocol.text.Suggestion;

/** Reads what clients see. */
final class LookReader {

    private static final List<Kind> OWN_WORDS =
            Arrays.stream(Kind.values()).filter(kind -> !kind.form().startsWithNick()).toList();
    private static final List<Kind> AFTER_NICK =
            Arrays.stream(Kind.values()).filter(kind -> kind.form().startsWithNick()).toList();

    private LookReader() {
    }

    static Step sees(Written written, Subjects subjects, Words words) throws Mistake {
        return look(written, subjects, words, Expectation.Sees::new);
    }

    static Step seesNothingBut(Written written, Subjects subjects, Words words) throws Mistake {
        return look(written, subjects, words, Expectation.SeesNothingBut::new);
    }

    static Step doesNotSee(Written written, Subjects subjects, Words words) throws Mistake {
        Ending ending = Ending.read(words).once();
        return new Step.Look(written, subjects, new Expectation.DoesNotSee(sight(ending.words())), 1, ending.within());
    }

    static Step seesNothing(Written written, Subjects subjects, Words words) throws Mistake {
        Ending ending = Ending.read(words).once();
        if (!ending.words().atEnd()) {
            throw ending.words().mistake("the step ends here, or goes on with \"but\"", List.of("but", "within"));
        }
        return new Step.Look(written, subjects, new Expectation.SeesNothing(), 1, ending.within());
    }

    private static Step look(Written written, Subjects subjects, Words words, Function<Sight, Expectation> maker)
            throws Mistake {
        Ending ending = Ending.read(words);
        return new Step.Look(written, subjects, maker.apply(sight(ending.words())), ending.often(), ending.within());
    }

    private static Sight sight(Words words) throws Mistake {
        if (words.atEnd()) {
            throw new Mistake(words.left(), "here is missing what is seen: " + String.join(", ", ownWords())
                    + ", nothing, or a nick and what it does");
        }
        if (OWN_WORDS.stream().noneMatch(kind -> Row.isOf(kind.form(), words))) {
            return done(words);
        }
        Kind kind = Row.find(words, OWN_WORDS, Kind::form, "something to see");
        Slots slots = new Slots(kind.form().read(words));
        if (kind == Kind.REFUSAL) {
            checkRefusal(slots.word(0));
        }
        return new Sight(kind, slots.patterns());
    }

    /** What somebody does: a nick or several, then one of the kinds that begin with those. */
    private static Sight done(Words words) throws Mistake {
        Slice first = words.peek();
        Words whole = words.copy();
        List<Slice> nicks = SlotType.names(words);
        if (AFTER_NICK.stream().noneMatch(kind -> Row.isOf(kind.form(), words))) {
            suggestOwnWord(first);
        }
        Kind kind = Row.find(words, AFTER_NICK, Kind::form, "something that " + first.text() + " can be seen to do");
        if (kind != Kind.MEMBERS && nicks.size() > 1) {
            throw new Mistake(nicks.get(1), "only one nick comes before " + kind.form().keywords().getFirst()
                    + "; write a step for each");
        }
        return new Sight(kind, new Slots(values(kind, whole, words)).patterns());
    }

    private static List<@Nullable Slice> values(Kind kind, Words whole, Words words) throws Mistake {
        List<@Nullable Slice> values = new ArrayList<>();
        values.add(kind.form().blanks().getFirst().read(whole));
        values.addAll(kind.form().read(words));
        return values;
    }

    private static void suggestOwnWord(Slice first) throws Mistake {
        Optional<String> near = Suggestion.nearest(first.text(), ownWords());
        if (near.isPresent()) {
            throw new Mistake(first,
                    "\"" + first.text() + "\" is not something to see; did you mean " + near.get() + "?");
        }
    }

    private static List<String> ownWords() {
        return OWN_WORDS.stream().map(kind -> kind.form().keywords().getFirst()).toList();
    }

    private static void checkRefusal(Slice word) throws Mistake {
        List<String> names = Arrays.stream(Refusal.values()).map(Refusal::wireName).toList();
        String name = Pattern.read(word).only(Map.of()).orElse(Refusal.OTHER.wireName());
        if (!names.contains(name)) {
            throw new Mistake(word, "\"" + name + "\" is not the name of a refusal; " + Suggestion.nearest(name, names)
                    .map(near -> "did you mean " + near + "?").orElse("there are " + String.join(", ", names)));
        }
    }
}
