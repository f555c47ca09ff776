package parley.scenarios.language;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text that a client sends: characters, and {@code {name}} for what was captured. */
public final class Template {

    private static final Pattern ENVIRONMENT = Pattern.compile("\\{(env\\.[A-Za-z_][A-Za-z0-9_]*)}");

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** The names of the environment that a line uses, as captures have them: {@code env.HOME}. */
    static List<String> environment(String line) {
        return ENVIRONMENT.matcher(line).results().map(found -> found.group(1)).toList();
    }

    static Template read(Slice slice) throws Mistake {
        return new Template(PieceReader.read(slice, false));
    }

    /** Whether it is the name of a capture and nothing else. */
    boolean isName() {
        return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Capture;
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
