package parley.chatd.core;

import java.util.HashSet;
import java.util.Set;

/** Who is on the way into a room: who is invited, and for whom a seat is kept until they sit in it. Any thread. */
final class Doorway {

    private final Set<Long> invited = new HashSet<>();
    private final Set<Long> coming = new HashSet<>();

    synchronized void invite(long session) {
        invited.add(session);
    }

    synchronized boolean isInvited(long session) {
        return invited.contains(session);
    }

    /** Keeps a seat for somebody, unless all are taken. */
    synchronized boolean keepSeat(long session, int limit, int taken) {
        return taken + coming.size() < limit && coming.add(session);
    }

    /** Somebody has come in or gone: no seat is kept for them, and an invitation has served. */
    synchronized void passed(long session) {
        invited.remove(session);
        coming.remove(session);
    }
}
