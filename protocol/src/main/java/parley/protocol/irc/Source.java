package parley.protocol.irc;

import org.jspecify.annotations.Nullable;

/**
 * Who a line comes from: {@code nick!user@host}, or a nick or a server's name alone.
 *
 * @param name a nick, or the name of a server
 */
public record Source(String name, @Nullable String user, @Nullable String host) {

    /** Takes a source apart; every text is one. */
    public static Source read(String text) {
        int at = text.lastIndexOf('@');
        String host = at < 0 ? null : text.substring(at + 1);
        String before = at < 0 ? text : text.substring(0, at);
        int mark = before.indexOf('!');
        return mark < 0
                ? new Source(before, null, host)
                : new Source(before.substring(0, mark), before.substring(mark + 1), host);
    }

    /** As it stands in a line. */
    @Override
    public String toString() {
        return name + (user == null ? "" : "!" + user) + (host == null ? "" : "@" + host);
    }
}
