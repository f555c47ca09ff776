package parley.scenarios.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a text must look like: literal characters, {@code *} for any run, {@code {name}} for a run that is captured and
 * must be the same wherever the name is used again; or {@code /a regular expression/}, which is found anywhere in the
 * text and whose named groups capture. Immutable: any thread.
 */
public final class Pattern {

    private final String written;
    private final List<Piece> pieces;
    private final java.util.regex.@Nullable Pattern regex;

    private Pattern(String written, List<Piece> pieces, java.util.regex.@Nullable Pattern regex) {
        this.written = written;
        this.pieces = List.copyOf(pieces);
        this.regex = regex;
    }

    /** Exactly this text. */
    public static Pattern literal(String text) {
        return new Pattern(text, text.isEmpty() ? List.of() : List.of(new Piece.Literal(text)), null);
    }

    /**
     * Reads a pattern as steps have them.
     *
     * @throws IllegalArgumentException with a sentence, if it is none
     */
    public static Pattern of(String written) {
        try {
            return read(new Slice(written, 0));
        } catch (Mistake e) {
            throw new IllegalArgumentException("\"" + written + "\": " + e.getMessage(), e);
        }
    }

    static Pattern read(Slice slice) throws Mistake {
        String text = slice.text();
        boolean regex = text.length() > 1 && text.startsWith("/") && text.endsWith("/");
        return regex
                ? new Pattern(text, List.of(), compiled(slice))
                : new Pattern(PieceReader.unquoted(slice).text(), PieceReader.read(slice, true), null);
    }

    private static java.util.regex.Pattern compiled(Slice slice) throws Mistake {
        try {
            return java.util.regex.Pattern.compile(slice.text().substring(1, slice.text().length() - 1));
        } catch (PatternSyntaxException e) {
            int index = Math.min(Math.max(e.getIndex(), 0) + 1, slice.text().length() - 1);
            throw new Mistake(slice.part(index, index + 1),
                    "this regular expression cannot be read: " + e.getDescription());
        }
    }

    /** Holds the pattern against a text; what was captured before must be the same again. */
    public Match match(String text, Map<String, String> captures) {
        return regex == null ? Glob.match(pieces, text, captures) : find(regex, text, captures);
    }

    private static Match find(java.util.regex.Pattern regex, String text, Map<String, String> captures) {
        Matcher matcher = regex.matcher(text);
        while (matcher.find()) {
            Map<String, String> all = new HashMap<>(captures);
            if (regex.namedGroups().keySet().stream().allMatch(name -> agrees(name, matcher.group(name), all))) {
                return new Match.Yes(all);
            }
        }
        return new Match.No(0);
    }

    private static boolean agrees(String name, @Nullable String found, Map<String, String> captures) {
        if (found == null) {
            return true;
        }
        String known = captures.putIfAbsent(name, found);
        return known == null || known.equals(found);
    }

    /** The names that it captures, or uses if they are captured already. */
    public List<String> names() {
        return regex == null ? Piece.names(pieces) : List.copyOf(regex.namedGroups().keySet());
    }

    /** The one text that it fits, if there is only one. */
    public Optional<String> only(Map<String, String> captures) {
        List<Piece> known = Piece.known(pieces, captures);
        if (regex != null || !known.stream().allMatch(Piece.Literal.class::isInstance)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        known.forEach(piece -> text.append(((Piece.Literal) piece).text()));
        return Optional.of(text.toString());
    }

    /** The pattern as it was written, without quotes around it. */
    @Override
    public String toString() {
        return written;
    }
}
