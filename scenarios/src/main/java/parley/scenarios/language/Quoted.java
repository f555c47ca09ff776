package parley.scenarios.language;

/** Writes texts for steps: what {@link PieceReader} reads again as it was. */
public final class Quoted {

    private Quoted() {
    }

    /** A text in quotes, in which nothing has a meaning of its own. */
    public static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '"', '\\', '{', '*', '/' -> quoted.append('\\').appendCodePoint(c);
                default -> quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
