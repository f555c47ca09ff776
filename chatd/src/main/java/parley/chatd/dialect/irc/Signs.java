package parley.chatd.dialect.irc;

import java.util.Optional;
import parley.protocol.Role;

/** The signs of those who have a role in a room (Modern IRC, "Channel Membership Prefixes"). */
final class Signs {

    /** All of them, the highest first. */
    static final String ALL = "@+";

    private Signs() {
    }

    /** A room, and those in it for whom a message is. */
    record Some(Role role, String room) {
    }

    /** The sign of a role; there is one only, because each covers those before it. */
    static String of(Role role) {
        return switch (role) {
            case OPERATOR -> "@";
            case VOICE -> "+";
            case MEMBER, NONE -> "";
        };
    }

    /** Whom a target like {@code @#tea} means (STATUSMSG); of several signs, the lowest says who. */
    static Optional<Some> read(String target) {
        int signs = target.indexOf('#');
        boolean all = signs > 0 && target.chars().limit(signs).allMatch(sign -> ALL.indexOf(sign) >= 0);
        return all
                ? Optional.of(new Some(target.lastIndexOf('+', signs) < 0 ? Role.OPERATOR : Role.VOICE,
                        target.substring(signs)))
                : Optional.empty();
    }
}
