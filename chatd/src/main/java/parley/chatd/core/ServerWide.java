package parley.chatd.core;

import java.util.Collection;
import java.util.List;
import parley.protocol.Event.InRoom;
import parley.protocol.Event.Kicked;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Restricted;
import parley.protocol.Restriction;

/**
 * What holds for the whole server: its bans and mutes. They stand in the order of {@link RoomName#SERVER}; the engine's
 * thread for it is the only one that changes them, and any thread reads. Operators of the server are told.
 */
final class ServerWide {

    private final Collection<Session> sessions;
    private volatile RoomState state;

    /**
     * @param sessions all there are, whenever it is looked at
     * @param past what lasts of all that has happened
     */
    ServerWide(Collection<Session> sessions, List<InRoom> past) {
        this.sessions = sessions;
        this.state = RoomState.of(past);
    }

    RoomState state() {
        return state;
    }

    /** Does what a committed entry says. */
    void apply(Entry entry) {
        switch (entry.event()) {
            case Restricted restricted -> {
                state = state.after(restricted);
                tell(entry);
                if (restricted.kind() == Restriction.BAN) {
                    end(restricted);
                }
            }
            case Lifted lifted when state.has(lifted.kind(), lifted.target()) -> {
                state = state.after(lifted);
                tell(entry);
            }
            case Kicked kicked -> {
                tell(entry);
                sessions.stream().filter(it -> it.isCalled(kicked.nick()))
                        .forEach(it -> it.end("kicked by " + kicked.from() + because(kicked.why())));
            }
            default -> {
                // Nothing else concerns the whole server.
            }
        }
    }

    private void end(Restricted banned) {
        for (Session session : sessions) {
            Identity who = session.identity();
            if (!who.isOperator() && Targets.matches(banned.target(), who)) {
                session.end("banned by " + banned.from() + because(banned.why()));
            }
        }
    }

    private static String because(String why) {
        return why.isEmpty() ? "" : ": " + why;
    }

    private void tell(Entry entry) {
        Shared shared = new Shared(entry.event());
        sessions.stream().filter(it -> it.isWelcome() && it.identity().isOperator())
                .filter(it -> it.id() != entry.author() || it.wantsEcho()).forEach(it -> it.deliver(shared));
    }
}
