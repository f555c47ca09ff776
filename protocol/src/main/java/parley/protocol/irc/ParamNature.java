package parley.protocol.irc;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is to be known of a parameter of an IRC line, by its verb and place, which every server and client keeps to.
 * Whoever compares two sessions, or writes one down, goes by this and guesses nothing.
 */
public enum ParamNature {
    /** It says what was done; two runs of the same session have the same. */
    FIXED('f'),
    /** It differs from run to run, and nothing else depends on it: a time, a host, a version. */
    VARYING('v'),
    /** A nick or a channel; another run may choose a nick differently. */
    NAME('n'),
    /** The nick that a client takes. */
    NEW_NICK('N'),
    /** Words whose order means nothing. */
    WORDS('w'),
    /** A mark that the other side repeats. */
    MARK('m');

    /** A letter for each parameter; the last one is for all that follow. */
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("NICK", "N"), Map.entry("USER", "v"), Map.entry("QUIT", "f"), Map.entry("ERROR", "v"),
            Map.entry("PRIVMSG", "nf"), Map.entry("NOTICE", "nf"), Map.entry("TAGMSG", "n"),
            Map.entry("JOIN", "nfv"), Map.entry("PART", "nf"), Map.entry("KICK", "nnf"), Map.entry("INVITE", "nn"),
            Map.entry("MODE", "nfn"), Map.entry("TOPIC", "nf"), Map.entry("WHOIS", "n"), Map.entry("WHO", "nf"),
            Map.entry("BATCH", "mf"), Map.entry("CAP", "nfw"), Map.entry("CHGHOST", "v"), Map.entry("AWAY", "f"),
            Map.entry("PING", "m"), Map.entry("PONG", "vm"), Map.entry("MONITOR", "fn"), Map.entry("ISON", "n"),
            Map.entry("001", "nv"), Map.entry("302", "nv"), Map.entry("311", "nnvvff"), Map.entry("312", "nnv"),
            Map.entry("317", "nnvvf"), Map.entry("319", "nnw"), Map.entry("329", "nfv"), Map.entry("333", "nfv"),
            Map.entry("338", "nnv"), Map.entry("351", "v"), Map.entry("352", "nfvvvnfv"), Map.entry("353", "nffw"),
            Map.entry("354", "nv"), Map.entry("378", "nnv"), Map.entry("391", "v"), Map.entry("671", "nnf"),
            Map.entry("900", "nvff"));

    /** What a server says of itself, and signs of life: as many or as few as it likes. */
    private static final Set<String> CHATTER = Set.of("PING", "PONG", "002", "003", "004", "005", "042", "250", "251",
            "252", "253", "254", "255", "265", "266", "372", "375", "376", "396", "422");

    private final char letter;

    ParamNature(char letter) {
        this.letter = letter;
    }

    /** The nature of the parameter at that place, counted from 0. */
    public static ParamNature of(String verb, int index) {
        String letters = TABLE.getOrDefault(verb.toUpperCase(Locale.ROOT), isNumeric(verb) ? "nf" : "f");
        char letter = letters.charAt(Math.min(index, letters.length() - 1));
        for (ParamNature nature : values()) {
            if (nature.letter == letter) {
                return nature;
            }
        }
        throw new IllegalStateException("the table has a letter that is none: " + letter);
    }

    private static boolean isNumeric(String verb) {
        return !verb.isEmpty() && Character.isDigit(verb.charAt(0));
    }

    /** Whether a session is the same with more or fewer lines of this verb. */
    public static boolean isChatter(String verb) {
        return CHATTER.contains(verb.toUpperCase(Locale.ROOT));
    }
}
