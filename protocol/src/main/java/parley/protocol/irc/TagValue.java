package parley.protocol.irc;

/** What a tag's value may not contain as it is, and how it is written instead (IRCv3 message-tags, "Escaping values"). */
final class TagValue {

    private static final String PLAIN = "; \\\r\n";
    private static final String ESCAPED = ":s\\rn";

    private TagValue() {
    }

    static String escape(String value) {
        StringBuilder escaped = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            int special = PLAIN.indexOf(value.charAt(i));
            if (special < 0) {
                escaped.append(value.charAt(i));
            } else {
                escaped.append('\\').append(ESCAPED.charAt(special));
            }
        }
        return escaped.toString();
    }

    /** A backslash before anything else, or at the end, stands for nothing. */
    static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\') {
                plain.append(c);
            } else if (++i < value.length()) {
                int special = ESCAPED.indexOf(value.charAt(i));
                plain.append(special < 0 ? value.charAt(i) : PLAIN.charAt(special));
            }
        }
        return plain.toString();
    }
}
