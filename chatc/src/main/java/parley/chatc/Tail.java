package parley.chatc;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chatc.pipe.Arrivals;
import parley.chatc.pipe.Arrivals.Arrived;
import parley.chatc.pipe.History;
import parley.chatc.pipe.Output;
import parley.chatc.pipe.Since;
import parley.chatc.session.Session;
import parley.protocol.Event.Said;
import parley.protocol.text.TimeSpan;

/** Prints messages of a room until there were enough. Used by one thread. */
final class Tail {

    private final Arrivals arrivals;
    private final String room;
    private final Wanted wanted;
    private final Output output;
    private final Spelling spelling;
    private long left;

    /**
     * @param most how many messages are enough
     */
    Tail(Arrivals arrivals, String room, Wanted wanted, long most, Shell shell, Spelling spelling) {
        this.arrivals = arrivals;
        this.room = room;
        this.wanted = wanted;
        this.left = most;
        this.output = new Output(shell.out());
        this.spelling = spelling;
    }

    /**
     * Prints what was said since then.
     *
     * @param andOn whether to go on to where {@link #follow} begins
     */
    void history(Session session, Since since, boolean andOn) throws IOException, InterruptedException {
        History history = History.since(since, session.client(), arrivals, room);
        Arrived next = history.next();
        while (next != null) {
            print(next);
            next = hadEnough() ? null : history.next();
        }
        if (andOn && !hadEnough()) {
            for (Arrived it : history.meanwhile()) {
                print(it);
            }
        }
    }

    /**
     * Prints what is said from now on.
     *
     * @param idle how long nothing may have been printed; null for as long as the connection lasts
     */
    void follow(@Nullable Duration idle) throws IOException, InterruptedException {
        Duration patience = idle == null ? TimeSpan.LONGEST : idle;
        Deadline deadline = Deadline.in(patience);
        while (!hadEnough()) {
            Optional<Arrived> arrived = arrivals.take(deadline.left());
            if (arrived.isEmpty()) {
                return;
            }
            if (print(arrived.get())) {
                deadline = Deadline.in(patience);
            }
        }
    }

    boolean hadEnough() {
        return left == 0;
    }

    private boolean print(Arrived arrived) throws IOException {
        boolean prints = !hadEnough() && arrived.delivery().event() instanceof Said said && said.room().equals(room)
                && wanted.has(said.from(), said.text());
        if (prints) {
            output.print(spelling.line(arrived));
            left--;
        }
        return prints;
    }
}
