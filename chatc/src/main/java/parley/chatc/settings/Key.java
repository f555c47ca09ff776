package parley.chatc.settings;

import java.util.Locale;

/** What can be set in several places. */
public enum Key {
    SERVER, NICK, ROOM, PASSWORD_FILE, TLS, TLS_CA, TLS_CERT, TLS_KEY, IRC;

    /** As the file spells it. */
    public String inFile() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The flag that sets it. */
    public String flag() {
        return "--" + inFile().replace('_', '-');
    }

    /** The variable that sets it. */
    public String variable() {
        return "CHATC_" + name();
    }
}
