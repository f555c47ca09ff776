package parley.chatc.talk;

import java.util.regex.Pattern;

/** Whether somebody is spoken of. */
final class Mention {

    private Mention() {
    }

    /** Whether a text has a nick in it as a word of its own, whatever its case. */
    static boolean of(String nick, String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(nick) + "(?![\\p{L}\\p{N}_])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text).find();
    }
}
