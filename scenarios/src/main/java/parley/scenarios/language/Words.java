package parley.scenarios.language;

import java.util.List;
import parley.protocol.text.Suggestion;

/** A line on its way through the parser: what is left of it, word by word. One thread. */
final class Words {

    private final Slice line;
    private int at;

    Words(Slice line) {
        this.line = line.trimmed();
    }

    private Words(Slice line, int at) {
        this.line = line;
        this.at = at;
    }

    /** The same words, to look ahead with. */
    Words copy() {
        return new Words(line, at);
    }

    boolean atEnd() {
        return at == line.text().length();
    }

    /** The next word, which stays; empty at the end of the line. */
    Slice peek() {
        int end = at;
        String text = line.text();
        while (end < text.length() && !Slice.blank(text.charAt(end))) {
            end++;
        }
        return line.part(at, end);
    }

    /** Takes the next word; empty at the end of the line. */
    Slice next() {
        return take(peek().text().length());
    }

    /** Takes so many characters and the blanks after them. */
    Slice take(int length) {
        Slice taken = line.part(at, at + length);
        at += length;
        while (!atEnd() && Slice.blank(line.text().charAt(at))) {
            at++;
        }
        return taken;
    }

    /** Takes the next word if it is this one. */
    boolean took(String word) {
        boolean taken = peek().text().equals(word);
        if (taken) {
            next();
        }
        return taken;
    }

    /** What is left, which stays. */
    Slice left() {
        return line.from(at);
    }

    /** Takes all that is left. */
    Slice rest() {
        return take(line.text().length() - at);
    }

    /** A mistake at the next word, with the word that was probably meant. */
    Mistake mistake(String sentence, List<String> words) {
        String near = Suggestion.nearest(peek().text(), words).map(word -> "; did you mean " + word + "?").orElse("");
        return new Mistake(peek(), sentence + near);
    }
}
