package parley.protocol.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.protocol.Access;
import parley.protocol.Refusal;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;
import parley.protocol.Target.ByAccount;
import parley.protocol.Target.ByAddress;
import parley.protocol.Target.ByNick;

/** The fields that commands and events of moderation have in common. */
final class Moderation {

    private Moderation() {
    }

    static LineWriter put(LineWriter line, Target target) {
        return switch (target) {
            case ByNick it -> line.put("nick", it.pattern());
            case ByAccount it -> line.put("account", it.name());
            case ByAddress it -> line.put("address", it.mask());
        };
    }

    static Target target(Fields fields) throws Unreadable {
        List<Target> given = new ArrayList<>();
        String nick = fields.textOrNull("nick");
        if (nick != null) {
            given.add(new ByNick(nick));
        }
        String account = fields.textOrNull("account");
        if (account != null) {
            given.add(new ByAccount(account));
        }
        String address = fields.textOrNull("address");
        if (address != null) {
            given.add(new ByAddress(address));
        }
        if (given.size() != 1) {
            throw new Unreadable(Refusal.FIELD_INVALID, "nick",
                    "whom it is meant for is one of \"nick\", \"account\" and \"address\"; this has " + given.size());
        }
        return given.getFirst();
    }

    static LineWriter put(LineWriter line, RoomChange change) {
        Access access = change.access();
        line.put("access", access == null ? null : access.wireName()).put("moderated", change.moderated())
                .put("topic_locked", change.topicLocked()).put("hidden", change.hidden());
        if (change.limit() != null) {
            line.put("limit", change.limit().longValue());
        }
        return line.put("key", change.key() == null ? null : change.key().text());
    }

    static RoomChange change(Fields fields) throws Unreadable {
        return new RoomChange(fields.wordOrNull("access", Access.class), fields.flagOrNull("moderated"),
                fields.flagOrNull("topic_locked"), fields.flagOrNull("hidden"), fields.countOrNull("limit"),
                fields.passwordOrNull("key"));
    }

    static Map<String, String> names(Map<String, Role> roles) {
        Map<String, String> names = new TreeMap<>();
        roles.forEach((nick, role) -> names.put(nick, role.wireName()));
        return names;
    }
}
