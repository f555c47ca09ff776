package parley.chatd.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.chatd.core.Account;
import parley.chatd.core.Nick;
import parley.chatd.core.RoomName;
import parley.chatd.core.Settings.StandingRoom;
import parley.chatd.engine.Retention;
import parley.chatd.toml.Section;
import parley.protocol.Access;
import parley.protocol.Password;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.WireName;
import parley.protocol.text.Suggestion;

/**
 * Reads the rooms that are there from the start: a list of names, and of tables with a name and what else there is to
 * say.
 */
final class StandingRooms {

    private static final String SHAPE = "is a list of names like \"#lobby\", or of tables, each under a [[rooms]]";

    private final Map<String, Account> accounts;
    private final int nickLength;
    private final Retention usual;
    private final Map<String, Retention> retentions = new HashMap<>();

    /**
     * @param accounts those that can have a role, by the key of their nick
     * @param usual how much is kept of a room that says nothing else
     */
    StandingRooms(Map<String, Account> accounts, int nickLength, Retention usual) {
        this.accounts = accounts;
        this.nickLength = nickLength;
        this.usual = usual;
    }

    List<StandingRoom> read(Section top, List<StandingRoom> otherwise) {
        List<StandingRoom> rooms = new ArrayList<>();
        for (StandingRoom room : top
                .each("rooms", 0, SHAPE, text -> name(top, "rooms", text).map(StandingRoom::open), this::table)
                .orElse(otherwise)) {
            if (rooms.stream().anyMatch(known -> known.name().equals(room.name()))) {
                top.problem("rooms", "has " + room.name().text() + " twice");
            } else {
                rooms.add(room);
            }
        }
        return rooms;
    }

    /** How much is kept of those rooms that said so, by their key. To be asked after they were read. */
    Map<String, Retention> retentions() {
        return retentions;
    }

    private static Optional<RoomName> name(Section section, String key, String text) {
        return switch (RoomName.read(text)) {
            case RoomName.Valid valid -> Optional.of(valid.room());
            case RoomName.Invalid invalid -> {
                section.problem(key, "has \"" + text + "\", but " + invalid.refused().text());
                yield Optional.empty();
            }
        };
    }

    private Optional<StandingRoom> table(Section table) {
        Optional<RoomName> name = name(table, "name", table.text("name", ""));
        boolean everyone = table.flag("everyone", true);
        String topic = table.text("topic", "");
        RoomChange rules = rules(table);
        Map<String, Role> roles = new HashMap<>();
        roles(table, "members", Role.MEMBER, roles);
        roles(table, "voices", Role.VOICE, roles);
        roles(table, "operators", Role.OPERATOR, roles);
        Retention kept = new Retention(table.count("messages", usual.messages(), 1, Section.MOST),
                table.duration("age", usual.age()));
        table.end();
        name.filter(it -> !kept.equals(usual)).ifPresent(it -> retentions.put(it.key(), kept));
        return name.map(it -> new StandingRoom(it, everyone, topic, rules, roles));
    }

    /** What is as in any room is left out, so that nobody is told of it. */
    private static RoomChange rules(Section table) {
        String access = table.oneOf("access", WireName.names(Access.class), Access.OPEN.wireName());
        int limit = table.count("limit", 0, 0, Section.MOST);
        String key = table.text("key", "");
        return new RoomChange(WireName.read(Access.class, access).filter(it -> it != Access.OPEN).orElse(null),
                table.flag("moderated", false) ? true : null, table.flag("topic_locked", false) ? true : null,
                table.flag("hidden", false) ? true : null, limit == 0 ? null : limit,
                key.isEmpty() ? null : new Password(key));
    }

    private void roles(Section table, String key, Role role, Map<String, Role> roles) {
        for (String text : table.texts(key, List.of())) {
            if (Nick.read(text, nickLength) instanceof Nick.Valid valid && accounts.containsKey(valid.nick().key())) {
                roles.put(valid.nick().key(), role);
            } else {
                List<String> known = accounts.values().stream().map(account -> account.nick().text()).toList();
                table.problem(key, "has \"" + text + "\", which is no account; " + Suggestion.nearest(text, known)
                        .map(near -> "did you mean " + near + "?").orElse("write an [accounts." + text + "] for it"));
            }
        }
    }
}
