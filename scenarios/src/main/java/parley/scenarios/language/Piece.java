package parley.scenarios.language;

import java.util.ArrayList;
import java.util.List;

/** A part of a text or pattern. */
sealed interface Piece {

    /** These characters. */
    record Literal(String text) implements Piece {
    }

    /** Any run of characters, perhaps none. */
    record Any() implements Piece {
    }

    /** What was captured under this name; or, if nothing was yet, any run, which is then captured. */
    record Capture(String name) implements Piece {
    }

    /** The names that pieces capture or use, each once, in the order of their first use. */
    static List<String> names(List<Piece> pieces) {
        return pieces.stream().filter(Capture.class::isInstance).map(piece -> ((Capture) piece).name()).distinct()
                .toList();
    }

    /** The pieces with each capture that is known put in as what it is. */
    static List<Piece> known(List<Piece> pieces, java.util.Map<String, String> captures) {
        List<Piece> known = new ArrayList<>();
        for (Piece piece : pieces) {
            known.add(piece instanceof Capture capture && captures.containsKey(capture.name())
                    ? new Literal(captures.get(capture.name()))
                    : piece);
        }
        return known;
    }
}
