package parley.scenarios.run;

import java.time.Duration;
import java.util.Optional;
import parley.protocol.Event;

/** The client of a scenario that is a {@link Guest}: it has a transcript of what it is told, and acts by itself. */
final class Outsider extends Actor {

    private final Guest guest;
    private volatile boolean inside;

    Outsider(String name, Duration patience, Guest guest) {
        super(name, patience);
        this.guest = guest;
    }

    /** Waits for the welcome, which must be to this nick. */
    void awaitWelcome(String nick, Deadline deadline) throws StepFailed, InterruptedException {
        Optional<Entry> welcome =
                transcript().await(entry -> entry.event() instanceof Event.Welcomed, deadline);
        inside = true;
        if (welcome.isEmpty()) {
            throw new StepFailed("the server did not welcome " + name());
        }
        if (welcome.get().event() instanceof Event.Welcomed welcomed) {
            called(welcomed.nick());
            if (!welcomed.nick().equals(nick)) {
                throw new StepFailed(name() + " came as " + welcomed.nick() + ", and not as " + nick);
            }
        }
    }

    @Override
    boolean connected() {
        return inside && transcript().end().isEmpty() && !transcript().saidGoodbye();
    }

    /** Nobody can have it ask for a sign. */
    @Override
    boolean listens() {
        return false;
    }

    @Override
    void fence() throws InterruptedException {
        guest.fence();
    }
}
