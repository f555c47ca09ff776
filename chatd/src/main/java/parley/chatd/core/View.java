package parley.chatd.core;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.RoomInfo;
import parley.protocol.Event.TopicSet;
import parley.protocol.Role;
import parley.protocol.RoomChange;

/**
 * What one session sees if it looks around, as things stand at that moment. For a dialect that has to show more than it
 * was told. Any thread; nothing here waits.
 */
public final class View {

    private final ChatServer server;
    private final Session session;

    View(ChatServer server, Session session) {
        this.server = server;
        this.session = session;
    }

    /**
     * A room, seen by somebody who may know of it.
     *
     * @param since when it opened
     * @param topic null if there is none
     * @param rules what is different from other rooms
     * @param members in the order they came
     * @param isInside whether who looks has a seat there
     */
    public record Place(String name, Instant since, @Nullable TopicSet topic, RoomChange rules, List<Member> members,
            boolean isInside) {
        public Place {
            members = List.copyOf(members);
        }
    }

    /** Somebody with a seat in a room. */
    public record Member(String nick, Role role) {
    }

    /**
     * Somebody on the server.
     *
     * @param id theirs for as long as they are here, whatever they are called
     * @param account the one they are logged in to, if any
     * @param isOperator whether they are an operator of the server
     * @param since when they came
     * @param address where they come from; null for those who are no operators of the server
     */
    public record Somebody(long id, String nick, @Nullable String account, boolean isOperator, Instant since,
            boolean isSecure, @Nullable String address) {
    }

    /** Who looks; empty before they have said hello, and once they are gone. */
    public Optional<Somebody> self() {
        return somebody(session);
    }

    /** The room of that name. */
    public Optional<Place> room(String name) {
        return RoomName.read(name) instanceof RoomName.Valid valid
                ? server.rooms().find(valid.room()).filter(room -> room.isKnownTo(session)).map(this::place)
                : Optional.empty();
    }

    /** The rooms in which who looks has a seat. */
    public List<Place> seats() {
        return session.seats().values().stream().map(server.rooms()::find).flatMap(Optional::stream).map(this::place)
                .toList();
    }

    /** All rooms that who looks may know of, by name. */
    public List<RoomInfo> rooms() {
        return server.rooms().list(session);
    }

    /** The names of the rooms into which who looks is invited. */
    public List<String> invitations() {
        return server.rooms().inviting(session);
    }

    private Place place(Room room) {
        Map<String, Role> roles = room.roles();
        List<Member> members =
                room.nicks().stream().map(nick -> new Member(nick, roles.getOrDefault(nick, Role.NONE))).toList();
        return new Place(room.name().text(), room.since(), room.rules().topic(), room.rules().change(), members,
                session.seats().containsKey(room.name().key()));
    }

    /** The bans, mutes and exceptions of a room, which its members may see. */
    public List<Restricted> restrictions(String name) {
        return RoomName.read(name) instanceof RoomName.Valid valid
                ? server.rooms().find(valid.room()).map(room -> room.rules().state().restrictions(server.now()))
                        .orElse(List.of())
                : List.of();
    }

    /** Why who looks may not speak in a room; empty if they may. */
    public Optional<Refused> keptFromSpeaking(String name) {
        return RoomName.read(name) instanceof RoomName.Valid valid && session.seats().containsKey(valid.room().key())
                ? new Permits(server, server::now).speak(session, valid.room())
                : Optional.of(Session.noMember(name));
    }

    /** Who is called that, or something that counts as the same. */
    public Optional<Somebody> named(String nick) {
        return server.named(nick).flatMap(this::somebody);
    }

    /** Everybody who has said hello. */
    public List<Somebody> everybody() {
        Collection<Session> all = server.sessions();
        return all.stream().map(this::somebody).flatMap(Optional::stream).toList();
    }

    private Optional<Somebody> somebody(Session found) {
        Nick nick = found.nick();
        if (nick == null || !found.isWelcome()) {
            return Optional.empty();
        }
        Identity who = found.identity();
        return Optional.of(new Somebody(found.id(), nick.text(), who.account().map(it -> it.nick().text()).orElse(null),
                who.isOperator(), found.opened(), who.origin().secure(),
                found == session || session.identity().isOperator() ? who.origin().address().getHostAddress() : null));
    }
}
