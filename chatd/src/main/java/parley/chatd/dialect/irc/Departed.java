package parley.chatd.dialect.irc;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import parley.chatd.core.Engine;
import parley.chatd.core.Nick;

/** The last who were here, or had another nick (for WHOWAS), until the server ends. Any thread. */
final class Departed implements Engine.Presence {

    private static final int MOST = 500;

    private final IrcNetwork network;
    private final Deque<Guest> guests = new ArrayDeque<>();

    /** Somebody who was here. */
    record Guest(Nick nick, String realName, Instant left) {
    }

    Departed(IrcNetwork network) {
        this.network = network;
    }

    /** Who had that nick, or one that counts as the same, the last one first. */
    synchronized List<Guest> named(Nick nick) {
        return guests.stream().filter(guest -> guest.nick().key().equals(nick.key())).toList();
    }

    @Override
    public void came(Nick nick, long owner) {
        // Who is here can be looked for.
    }

    @Override
    public void went(Nick nick, long owner) {
        note(new Guest(nick, network.realName(nick.text()), network.now()));
    }

    private synchronized void note(Guest guest) {
        guests.addFirst(guest);
        if (guests.size() > MOST) {
            guests.removeLast();
        }
    }
}
