package parley.scenarios.language;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds literal text, wildcards and captures against a text, all of it. Each run is as short as it can be. Time and
 * space grow with the product of both lengths at worst, whatever the pattern, unless it uses a new capture twice.
 */
final class Glob {

    private final List<Piece> pieces;
    private final String text;
    private final Map<String, String> captures;
    /** For each piece the positions from which it and all after it fit the rest of the text. */
    private final BitSet[] fits;

    private Glob(List<Piece> pieces, String text, Map<String, String> captures) {
        this.pieces = Piece.known(pieces, captures);
        this.text = text;
        this.captures = new HashMap<>(captures);
        this.fits = new BitSet[pieces.size() + 1];
    }

    static Match match(List<Piece> pieces, String text, Map<String, String> captures) {
        Glob glob = new Glob(pieces, text, captures);
        glob.fit();
        return glob.assign(0, 0) ? new Match.Yes(glob.captures) : new Match.No(glob.furthest());
    }

    private void fit() {
        fits[pieces.size()] = new BitSet();
        fits[pieces.size()].set(text.length());
        for (int i = pieces.size() - 1; i >= 0; i--) {
            fits[i] = pieces.get(i) instanceof Piece.Literal(String literal)
                    ? before(fits[i + 1], literal)
                    : upTo(fits[i + 1].length());
        }
    }

    private BitSet before(BitSet ends, String literal) {
        BitSet starts = new BitSet();
        for (int end = ends.nextSetBit(literal.length()); end >= 0; end = ends.nextSetBit(end + 1)) {
            if (text.startsWith(literal, end - literal.length())) {
                starts.set(end - literal.length());
            }
        }
        return starts;
    }

    private static BitSet upTo(int end) {
        BitSet starts = new BitSet();
        starts.set(0, end);
        return starts;
    }

    /** Decides how far each run goes from this piece and position on; false if there is no way. */
    private boolean assign(int piece, int at) {
        if (!fits[piece].get(at)) {
            return false;
        }
        return piece == pieces.size() || switch (pieces.get(piece)) {
            case Piece.Literal(String literal) -> assign(piece + 1, at + literal.length());
            case Piece.Capture(String name) -> capture(piece, at, name);
            case Piece.Any any -> run(piece, at, null);
        };
    }

    /** A name that this very pattern has captured further left must be the same here. */
    private boolean capture(int piece, int at, String name) {
        String captured = captures.get(name);
        return captured == null
                ? run(piece, at, name)
                : text.startsWith(captured, at) && assign(piece + 1, at + captured.length());
    }

    private boolean run(int piece, int at, @Nullable String name) {
        BitSet ends = fits[piece + 1];
        for (int end = ends.nextSetBit(at); end >= 0; end = ends.nextSetBit(end + 1)) {
            if (name != null) {
                captures.put(name, text.substring(at, end));
            }
            if (assign(piece + 1, end)) {
                return true;
            }
        }
        if (name != null) {
            captures.remove(name);
        }
        return false;
    }

    /** How far into the text the pattern can be followed at most. */
    private int furthest() {
        int furthest = 0;
        BitSet reached = upTo(1);
        for (Piece piece : pieces) {
            int first = reached.nextSetBit(0);
            if (first < 0) {
                return furthest;
            }
            furthest = Math.max(furthest, first);
            BitSet next = new BitSet();
            if (piece instanceof Piece.Literal(String literal)) {
                for (int at = first; at >= 0; at = reached.nextSetBit(at + 1)) {
                    int common = common(literal, at);
                    furthest = common > 0 ? Math.max(furthest, at + common) : furthest;
                    next.set(at + literal.length(), common == literal.length());
                }
            } else {
                next.set(first, text.length() + 1);
            }
            reached = next;
        }
        return furthest;
    }

    private int common(String literal, int at) {
        int common = 0;
        while (common < literal.length() && at + common < text.length()
                && literal.charAt(common) == text.charAt(at + common)) {
            common++;
        }
        return common;
    }
}
