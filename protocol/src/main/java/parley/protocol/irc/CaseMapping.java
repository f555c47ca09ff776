package parley.protocol.irc;

import java.util.Arrays;
import java.util.Optional;
import parley.protocol.WireName;

/**
 * Which nicks and channels are the same for a server, as its {@code CASEMAPPING} token says (Modern IRC, RPL_ISUPPORT).
 */
public enum CaseMapping implements WireName {
    /** A to Z are a to z. */
    ASCII("ascii", ""),
    /** Besides, {@code []\^} are <code>{}|~</code>: what holds where a server does not say. */
    RFC1459("rfc1459", "[]\\^"),
    /** The same without {@code ^}. */
    RFC1459_STRICT("rfc1459-strict", "[]\\");

    private static final String LOWER = "{}|~";

    private final String wireName;
    private final String upper;

    CaseMapping(String wireName, String upper) {
        this.wireName = wireName;
        this.upper = upper;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** The mapping of that name; empty for one that only the server knows. */
    public static Optional<CaseMapping> named(String name) {
        return Arrays.stream(values()).filter(it -> it.wireName.equals(name)).findFirst();
    }

    /** The text that is equal for all that are the same. */
    public String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().forEach(c -> folded.append(fold((char) c)));
        return folded.toString();
    }

    private char fold(char c) {
        if (c >= 'A' && c <= 'Z') {
            return (char) (c + ('a' - 'A'));
        }
        int special = upper.indexOf(c);
        return special < 0 ? c : LOWER.charAt(special);
    }
}
