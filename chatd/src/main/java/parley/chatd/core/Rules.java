package parley.chatd.core;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Settings.StandingRoom;
import parley.protocol.Access;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.TopicSet;
import parley.protocol.Role;
import parley.protocol.RoomChange;

/**
 * What a room is like and who may do what in it: as it was configured, and what operators have made of that. The
 * engine's thread for the room changes it, and any thread reads.
 */
final class Rules {

    private final RoomName name;
    private volatile Optional<StandingRoom> given;
    private volatile RoomState state;
    /** What both come to; kept, because it is looked at for each message. */
    private volatile RoomChange change;
    /** The roles of those who have them as long as their seat, by session. */
    private final Map<Long, Role> visitors = new ConcurrentHashMap<>();

    /**
     * @param given how the room is configured, if it is
     * @param state what has become of it
     */
    Rules(RoomName name, Optional<StandingRoom> given, RoomState state) {
        this.name = name;
        this.given = given;
        this.state = state;
        this.change = combined();
    }

    /** It is configured otherwise from now on. */
    synchronized void configure(Optional<StandingRoom> otherwise) {
        given = otherwise;
        change = combined();
    }

    /** Takes in what an event changes. */
    synchronized void apply(InRoom event) {
        state = state.after(event);
        change = combined();
    }

    private RoomChange combined() {
        return given.map(room -> room.rules().then(state.rules())).orElse(state.rules());
    }

    RoomState state() {
        return state;
    }

    /** Everything that is different from a room that nobody has changed. */
    RoomChange change() {
        return change;
    }

    boolean isModerated() {
        return Boolean.TRUE.equals(change().moderated());
    }

    boolean isHidden() {
        return Boolean.TRUE.equals(change().hidden());
    }

    /** Whether everybody may come in who knows what is to be known. */
    boolean isOpen() {
        Access access = change().access();
        return access == null || access == Access.OPEN;
    }

    /** The topic, and who set it: nobody, if it is as configured; null if there is none. */
    @Nullable TopicSet topic() {
        TopicSet set = state.topic();
        return set != null
                ? set
                : given.filter(room -> !room.topic().isEmpty())
                        .map(room -> new TopicSet(name.text(), "", room.topic())).orElse(null);
    }

    /** What somebody may do here. */
    Role role(Session session) {
        Role visitor = visitors.getOrDefault(session.id(), Role.NONE);
        return session.account().map(account -> account.operator() ? Role.OPERATOR : higher(visitor, role(account)))
                .orElse(visitor);
    }

    private Role role(Account account) {
        String key = account.nick().key();
        Role configured = given.map(room -> room.roles().getOrDefault(key, Role.NONE)).orElse(Role.NONE);
        return higher(configured, state.roles().getOrDefault(key, Role.NONE));
    }

    private static Role higher(Role one, Role other) {
        return one.covers(other) ? one : other;
    }

    /** Gives a role that lasts as long as a seat. */
    void setVisitor(long session, Role role) {
        visitors.put(session, role);
    }

    void forgetVisitor(long session) {
        visitors.remove(session);
    }

    /** Whether whoever comes first is its operator: a room that nobody has configured and that nobody's account runs. */
    boolean isAnybodys() {
        return given.isEmpty() && !state.roles().containsValue(Role.OPERATOR);
    }
}
