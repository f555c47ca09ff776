package parley.protocol.irc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A message of SASL, which goes in base 64 and in pieces: one of 400 characters is followed by another, and {@code +} is
 * an empty one (IRCv3 SASL, "The AUTHENTICATE Command"). Collects one after the other. Not thread-safe.
 */
public final class SaslMessage {

    private static final int PIECE = 400;
    private static final int LONGEST = 4096;
    private static final String EMPTY = "+";

    private final StringBuilder base64 = new StringBuilder();

    /** What came of a piece. */
    public sealed interface Taken {
    }

    /** More pieces follow. */
    public record Unfinished() implements Taken {
    }

    /** It was the last one. Bytes that are no UTF-8 are U+FFFD. */
    public record Whole(String text) implements Taken {
    }

    /** The piece, or all of them together, are longer than can be. */
    public record TooLong() implements Taken {
    }

    /** All of them together are no base 64. */
    public record Unreadable() implements Taken {
    }

    /** The lines that say it. */
    public static List<IrcLine> lines(String text) {
        String all = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        List<IrcLine> lines = new ArrayList<>();
        for (int from = 0; from < all.length(); from += PIECE) {
            lines.add(IrcLine.of("AUTHENTICATE", all.substring(from, Math.min(all.length(), from + PIECE))));
        }
        if (all.length() % PIECE == 0) {
            lines.add(IrcLine.of("AUTHENTICATE", EMPTY));
        }
        return lines;
    }

    /** Takes the next piece, and begins anew when it was the last one of a message. */
    public Taken take(String piece) {
        if (piece.length() > PIECE || base64.length() > LONGEST) {
            clear();
            return new TooLong();
        }
        base64.append(piece.equals(EMPTY) ? "" : piece);
        if (piece.length() == PIECE) {
            return new Unfinished();
        }
        String all = base64.toString();
        clear();
        try {
            return new Whole(new String(Base64.getDecoder().decode(all), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return new Unreadable();
        }
    }

    private void clear() {
        base64.setLength(0);
    }
}
