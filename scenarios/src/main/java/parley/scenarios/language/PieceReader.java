package parley.scenarios.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text at the end of a step: quotes around all of it are taken off, a backslash escapes, {@code {name}} is a
 * capture and, in a pattern, {@code *} any run.
 */
final class PieceReader {

    private static final Pattern CAPTURE = Pattern.compile("\\{((?:env\\.)?[A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern CODE_POINT = Pattern.compile("\\\\u\\{([0-9A-Fa-f]{1,6})}");

    private final Slice slice;
    private final boolean wild;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    private PieceReader(Slice slice, boolean wild) {
        this.slice = slice;
        this.wild = wild;
    }

    /**
     * @param wild whether {@code *} stands for any run rather than for itself
     */
    static List<Piece> read(Slice slice, boolean wild) throws Mistake {
        return new PieceReader(unquoted(slice), wild).read();
    }

    /** The slice without quotes around all of it. Those that close before its end are part of the text. */
    static Slice unquoted(Slice slice) throws Mistake {
        String text = slice.text();
        if (!text.startsWith("\"")) {
            return slice;
        }
        int close = 1;
        while (close < text.length() && text.charAt(close) != '"') {
            close += text.charAt(close) == '\\' ? 2 : 1;
        }
        if (close >= text.length()) {
            throw new Mistake(slice, "the closing quote is missing; a quote that is meant is written \\\"");
        }
        return close == text.length() - 1 ? slice.part(1, close) : slice;
    }

    private List<Piece> read() throws Mistake {
        String text = slice.text();
        Matcher capture = CAPTURE.matcher(text);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                escape();
            } else if (c == '{' && capture.region(at, text.length()).lookingAt()) {
                add(new Piece.Capture(capture.group(1)), capture.end());
            } else if (c == '*' && wild) {
                add(new Piece.Any(), at + 1);
            } else {
                literal.append(c);
                at++;
            }
        }
        endLiteral();
        return List.copyOf(pieces);
    }

    private void add(Piece piece, int end) {
        endLiteral();
        pieces.add(piece);
        at = end;
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            pieces.add(new Piece.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private void escape() throws Mistake {
        if (at + 1 == slice.text().length()) {
            throw new Mistake(slice.from(at), "a \\ at the end escapes nothing; write \\\\ for a backslash");
        }
        char c = slice.text().charAt(at + 1);
        switch (c) {
            case 'n' -> literal.append('\n');
            case 'r' -> literal.append('\r');
            case 't' -> literal.append('\t');
            case 'u' -> codePoint();
            default -> verbatim(c);
        }
        at += 2;
    }

    private void verbatim(char c) throws Mistake {
        if (Character.isLetterOrDigit(c)) {
            throw new Mistake(slice.part(at, at + 2),
                    "\\" + c + " is no escape: there are \\n, \\t, \\r, \\u{1f600}, and \\ before a sign that would "
                            + "mean something; write \\\\ for a backslash");
        }
        literal.append(c);
    }

    private void codePoint() throws Mistake {
        Matcher matcher = CODE_POINT.matcher(slice.text()).region(at, slice.text().length());
        int codePoint = matcher.lookingAt() ? Integer.parseInt(matcher.group(1), 16) : -1;
        if (!Character.isValidCodePoint(codePoint)) {
            throw new Mistake(slice.part(at, at + 2), "\\u takes a character's number in hexadecimal, like \\u{1f600}");
        }
        literal.appendCodePoint(codePoint);
        at = matcher.end() - 2;
    }
}
