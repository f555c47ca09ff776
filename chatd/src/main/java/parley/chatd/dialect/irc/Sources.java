package parley.chatd.dialect.irc;

import java.util.Optional;
import java.util.regex.Pattern;
import parley.chatd.core.AddressRange;
import parley.protocol.Target;
import parley.protocol.Target.ByAccount;
import parley.protocol.Target.ByAddress;
import parley.protocol.Target.ByNick;
import parley.protocol.irc.Masks;

/**
 * Whom a source or a mask means. Where people come from is nobody's business, so that everybody's host is their nick:
 * {@code alice!~u@alice}. A ban of the host, as clients make it, is then one of the nick.
 */
final class Sources {

    private static final String USER = "~u";
    private static final Pattern PART_OF_ADDRESS = Pattern.compile("[0-9.*?/]+|.*:.*");

    private Sources() {
    }

    /** Who somebody of that nick is, in full. */
    static String of(String nick) {
        return nick + "!" + USER + "@" + nick;
    }

    static String user() {
        return USER;
    }

    /** Whom a mask means; empty if this server cannot tell who that would be. */
    static Optional<Target> meant(String mask) {
        if (Masks.read(mask) instanceof ByAccount account) {
            return Optional.of(account);
        }
        int bang = mask.indexOf('!');
        int at = mask.lastIndexOf('@');
        String nick = bang >= 0 ? mask.substring(0, bang) : at >= 0 ? "*" : mask;
        String host = at >= 0 ? mask.substring(at + 1) : "*";
        if (isAny(host) || host.equals(nick)) {
            return Optional.of(new ByNick(nick.isEmpty() ? "*" : nick));
        }
        if (!isAny(nick) || (PART_OF_ADDRESS.matcher(host).matches() && AddressRange.read(host).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(AddressRange.read(host).isPresent() ? new ByAddress(host) : new ByNick(host));
    }

    private static boolean isAny(String pattern) {
        return pattern.isEmpty() || pattern.chars().allMatch(c -> c == '*');
    }
}
