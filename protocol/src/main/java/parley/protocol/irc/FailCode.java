package parley.protocol.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.protocol.Refusal;

/** Refusals as the codes of FAIL (IRCv3 standard-replies): their names, where nobody has given them another. */
public final class FailCode {

    private static final String NICK = "NICKNAME_RESERVED";
    private static final Map<String, Refusal> BY_CODE = Map.of(NICK, Refusal.NICK_RESERVED,
            "INVALID_PARAMS", Refusal.FIELD_INVALID, "NEED_MORE_PARAMS", Refusal.FIELD_INVALID,
            "INVALID_TARGET", Refusal.NO_SUCH_ROOM, "INVALID_UTF8", Refusal.NOT_UTF8,
            "MESSAGE_ERROR", Refusal.NOT_STORED);

    private FailCode() {
    }

    public static String of(Refusal why) {
        return why == Refusal.NICK_RESERVED ? NICK : why.wireName().replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * A line that says why something was not done.
     *
     * @param source the server's name
     * @param verb what was to be done
     * @param about left out if it is no word
     */
    public static IrcLine line(String source, String verb, Refusal why, String about, String sentence) {
        List<String> params = new ArrayList<>(List.of(verb, of(why)));
        if (Spelling.isWord(about)) {
            params.add(about);
        }
        params.add(Spelling.onOneLine(sentence));
        return new IrcLine(Map.of(), source, "FAIL", params);
    }

    /** What a code says, in whatever case; {@link Refusal#OTHER} of one that this version does not know. */
    public static Refusal read(String code) {
        String name = code.toUpperCase(Locale.ROOT);
        return BY_CODE.containsKey(name)
                ? BY_CODE.get(name)
                : Refusal.named(name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
