package parley.protocol.recording;

import parley.protocol.WireName;

/** What ends a line on the wire. */
public enum LineEnd implements WireName {
    LF("lf", "\n"), CRLF("crlf", "\r\n");

    private final String wireName;
    private final String characters;

    LineEnd(String wireName, String characters) {
        this.wireName = wireName;
        this.characters = characters;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    public String characters() {
        return characters;
    }

    /** The one that is usual in the dialect this line is of: JSON lines end in {@code \n}, IRC's in {@code \r\n}. */
    public static LineEnd usual(String line) {
        return line.startsWith("{") ? LF : CRLF;
    }
}
