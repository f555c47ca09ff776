package parley.scenarios.language;

import java.util.Set;

/** Reads one line that is a step. */
final class StepReader {

    /** Words that begin lines of other kinds, now or one day: no client can be called so. */
    private static final Set<String> RESERVED = Set.of("server", "network", "include", "repeat", "together");

    private StepReader() {
    }

    static Step read(Written written) throws Mistake {
        Words words = new Words(new Slice(written.text(), 0));
        Slice first = words.peek();
        if (RESERVED.contains(first.text())) {
            throw new Mistake(first, first.text().equals("server")
                    ? "server stands alone in its line, and its configuration below it, indented"
                    : "\"" + first.text() + "\" cannot be the name of a client");
        }
        Subjects subjects = Subjects.read(words);
        return Row.find(words, Verb.all(), Verb::form, "something that a client does").reader().read(written, subjects,
                words);
    }
}
