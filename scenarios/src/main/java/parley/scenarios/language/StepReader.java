package parley.scenarios.language;

import java.util.List;

/** Reads one line that is a step of its own: what clients do or see, what happens to the server and the network. */
final class StepReader {

    private StepReader() {
    }

    static Step read(Written written) throws Mistake {
        Words words = new Words(new Slice(written.text(), 0));
        Slice first = words.peek();
        if (words.left().text().equals("server")
                || (first.text().equals("server") && words.left().text().contains("="))) {
            throw new Mistake(first, "server stands alone in its line, and its configuration below it, indented");
        }
        if (first.text().equals("include") || first.text().equals("set")) {
            throw new Mistake(first, "\"" + first.text() + "\" is for scenarios in files");
        }
        if (Directive.WORDS.contains(first.text())) {
            return directive(written, first, words);
        }
        Subjects subjects = Subjects.read(words);
        return Row.find(words, Verb.all(), Verb::form, "something that a client does").reader().read(written, subjects,
                words);
    }

    private static Step directive(Written written, Slice first, Words words) throws Mistake {
        Directive directive = directive(words);
        if (directive.inside() != null) {
            throw new Mistake(first, "a block is for scenarios in files");
        }
        return directive.maker().make(written, new Slots(directive.form().read(words)), List.of());
    }

    /** Takes the keywords of a directive off a line that begins with the first of them. */
    static Directive directive(Words words) throws Mistake {
        return Row.find(words, Directive.all(), Directive::form, "a step of that kind");
    }
}
