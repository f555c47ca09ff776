package parley.protocol.irc;

import parley.protocol.Target;
import parley.protocol.Target.ByAccount;
import parley.protocol.Target.ByAddress;
import parley.protocol.Target.ByNick;

/** Who is meant by an entry of a channel's lists, as {@code nick!user@host} with wildcards, or as an account. */
public final class Masks {

    /** Comes before an account (EXTBAN={@value #ACCOUNTS}). */
    private static final String ACCOUNT = "$a:";
    private static final String ANY_HOST = "!*@*";
    private static final String ANY_NICK = "*!*@";

    /** The value of EXTBAN with a server that takes accounts for masks. */
    public static final String ACCOUNTS = "$,a";

    private Masks() {
    }

    public static String write(Target target) {
        return switch (target) {
            case ByNick it -> it.pattern() + ANY_HOST;
            case ByAccount it -> ACCOUNT + it.name();
            case ByAddress it -> ANY_NICK + it.mask();
        };
    }

    /** Who is meant; a mask of several parts is taken for one of a nick, as it stands. */
    public static Target read(String mask) {
        if (mask.startsWith(ACCOUNT)) {
            return new ByAccount(mask.substring(ACCOUNT.length()));
        }
        if (mask.endsWith(ANY_HOST)) {
            return new ByNick(mask.substring(0, mask.length() - ANY_HOST.length()));
        }
        return mask.startsWith(ANY_NICK) ? new ByAddress(mask.substring(ANY_NICK.length())) : new ByNick(mask);
    }
}
