package parley.scenarios.language;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A text that a client sends: characters, and {@code {name}} for what was captured. */
public final class Template {

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    static Template read(Slice slice) throws Mistake {
        return new Template(PieceReader.read(slice, false));
    }

    /** The names of the captures it needs. */
    public List<String> names() {
        return Piece.names(pieces);
    }

    /** The text, with captures put in, which must be there for all its {@link #names()}. */
    public String fill(Map<String, String> captures) {
        return new Template(Piece.known(pieces, captures)).toString();
    }

    /** The text as it would be sent, with the names of captures in braces. */
    @Override
    public String toString() {
        return pieces.stream().map(piece -> switch (piece) {
            case Piece.Literal(String text) -> text;
            case Piece.Capture(String name) -> "{" + name + "}";
            case Piece.Any() -> "*";
        }).collect(Collectors.joining());
    }
}
