package parley.scenarios.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import parley.protocol.Address;
import parley.protocol.Dialect;
import parley.scenarios.language.Action;
import parley.scenarios.language.Deed;
import parley.scenarios.language.Step;
import parley.scenarios.language.Written;

/**
 * A program under test that is one of a scenario's clients: what the scenario has that client do, it has to do by itself.
 * What it says is held against the scenario in the order of each room; what it does else, a step finds or waits for. What
 * it asks is its own business.
 *
 * <p>The stage's thread waits here for what the threads of the program's connections tell; one lock guards all of it.
 */
public final class Guest {

    private static final int SHOWN = 6;

    private final Duration patience;
    private final Outsider actor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Done> done = new ArrayList<>();
    private final List<String> last = new ArrayList<>();
    private @Nullable Entrance entrance;
    private @Nullable Line line;
    private int waiting;
    private String gone = "";
    private boolean over;
    private volatile boolean timedOut;

    /** One of its connections. */
    public interface Line {
        /** Returns when the server has done what it was asked here, and this has come back, or after so long. */
        void fence(Duration within) throws InterruptedException;
    }

    /** Takes what the server tells it on one connection, line by line, on that connection's thread. */
    public interface Hearing {
        void told(String text);

        void ended();
    }

    /**
     * What it gets that is let in.
     *
     * @param server where the scenario's server is
     */
    public record Pass(Address server, Hearing hearing) {
    }

    /** The door is open to one, who should come under this nick. */
    private record Entrance(Map<Dialect, Address> servers, String nick) {
    }

    /** A line of its own, as a step. */
    private record Done(Deed deed, String step, String line) {
    }

    /**
     * @param name as the scenario calls it
     * @param patience how long to wait for what it has to do
     */
    public Guest(String name, Duration patience) {
        this.patience = patience;
        this.actor = new Outsider(name, patience, this);
    }

    /** As the scenario calls it. */
    public String name() {
        return actor.name();
    }

    Actor actor() {
        return actor;
    }

    /** Whether it did nothing for too long, or never connected. */
    public boolean timedOut() {
        return timedOut;
    }

    /**
     * It has connected and said something: waits until the scenario has it connect.
     *
     * @return empty if the scenario is over
     */
    public Optional<Pass> knock(Dialect dialect, Line on) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waiting++;
            while (entrance == null && !over) {
                changed.await();
            }
            Entrance open = entrance;
            if (over || open == null) {
                return Optional.empty();
            }
            waiting--;
            entrance = null;
            line = on;
            Shadow shadow = new Shadow(dialect, open.nick(), actor.begin());
            changed.signalAll();
            return Optional.of(new Pass(Objects.requireNonNull(open.servers().get(dialect)), shadow));
        } finally {
            lock.unlock();
        }
    }

    /**
     * It has done something.
     *
     * @param text the line as it stood on the wire
     * @param steps what a scenario would have for it
     */
    public void did(String text, List<String> steps) {
        locked(() -> {
            last.add(text);
            if (last.size() > SHOWN) {
                last.removeFirst();
            }
            steps.stream().filter(step -> !step.startsWith("#"))
                    .forEach(step -> done.add(new Done(deed(step, text), step, text)));
        });
    }

    private static Deed deed(String step, String text) {
        try {
            return Deed.of(step);
        } catch (IllegalArgumentException e) {
            return new Deed("", List.of(text)); // the language has no word for it, and so no step can want it
        }
    }

    /** It has ended, for this reason: it does nothing more. */
    public void gone(String why) {
        locked(() -> gone = why);
    }

    /** The scenario is over: nobody is let in any more. */
    public void end() {
        locked(() -> over = true);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets it in, and waits until the server has welcomed it; with no nick, only until it is there. */
    void connect(Map<Dialect, Address> servers, @Nullable String nick) throws StepFailed, InterruptedException {
        Deadline deadline = Deadline.in(patience);
        lock.lockInterruptibly();
        try {
            entrance = new Entrance(servers, nick == null ? name() : nick);
            changed.signalAll();
            while (entrance != null) {
                var _ = changed.awaitNanos(left(deadline, name() + " did not connect"));
            }
        } finally {
            lock.unlock();
        }
        if (nick != null) {
            actor.awaitWelcome(nick, deadline);
        }
    }

    /** How long there is still to wait; nothing more is to come if it is gone. */
    private long left(Deadline deadline, String problem) throws StepFailed {
        long left = deadline.left();
        if (!gone.isEmpty() || left <= 0) {
            timedOut = gone.isEmpty();
            throw new StepFailed(problem + (timedOut ? " within " + Failure.time(patience) : ", and " + gone));
        }
        return left;
    }

    /** Waits until it has done what this step has it do. */
    Optional<Failure> act(Step.Act step, Cast cast) throws StepFailed, InterruptedException {
        return switch (step.action()) {
            case Action.AskWho _, Action.AskWhoIs _, Action.AskRooms _, Action.AskHistory _, Action.AskRestrictions _, Action.AskStatus _, Action.Ping _, Action.Sync _ ->
                Optional.empty();
            case Action.Stall _ -> throw new StepFailed(name() + " is a program of its own, which nobody can stall");
            default -> {
                Optional<Failure> failure = awaitDone(step, cast);
                if (failure.isEmpty()) {
                    fence();
                }
                yield failure;
            }
        };
    }

    private Optional<Failure> awaitDone(Step.Act step, Cast cast) throws StepFailed, InterruptedException {
        Wanted wanted = new Wanted(step, cast.captures());
        Deadline deadline = Deadline.in(patience);
        lock.lockInterruptibly();
        try {
            while (true) {
                for (Done it : List.copyOf(done)) {
                    Optional<Map<String, String>> captures = wanted.fits(it);
                    if (captures.isPresent()) {
                        done.remove(it);
                        cast.capture(captures.get());
                        return Optional.empty();
                    } else if (wanted.deed().speaksWhere(it.deed())) {
                        return Optional.of(failure(step.written(), name() + " said something else",
                                new Comparison(step.written().text().strip(), it.step()), cast));
                    }
                }
                var _ = changed.awaitNanos(left(deadline, name() + " did not do it"));
            }
        } finally {
            lock.unlock();
        }
    }

    /** What a step has it do. */
    private record Wanted(Deed deed, @Nullable String line, Map<String, String> captures) {

        Wanted(Step.Act step, Map<String, String> captures) {
            this(Deed.of(step.written().text()),
                    step.action() instanceof Action.Send send ? Acting.filled(send, captures) : null, captures);
        }

        Optional<Map<String, String>> fits(Done it) {
            if (line == null) {
                return deed.fits(it.deed(), captures);
            }
            return line.equals(it.line()) ? Optional.of(captures) : Optional.empty();
        }
    }

    /** What it has said, or connected, without that the scenario has it. */
    Optional<Failure> surplus(Written end, Cast cast) {
        lock.lock();
        try {
            if (waiting > 0) {
                return Optional.of(failure(end, name() + " connected once more than it does in the scenario",
                        new Comparison("nothing more", "a connection"), cast));
            }
            return done.stream().filter(it -> it.deed().says()).findFirst()
                    .map(it -> failure(end, name() + " said something that the scenario does not have",
                            new Comparison("nothing more", it.step()), cast));
        } finally {
            lock.unlock();
        }
    }

    private Failure failure(Written step, String problem, Comparison comparison, Cast cast) {
        return new Failure(step, problem, Optional.of(comparison), new Witnesses(false).of(actor, cast.all()));
    }

    /** What it sent last. */
    Failure.Witness witness() {
        lock.lock();
        try {
            return new Failure.Witness(name() + " sent last", last);
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the server has done all that it has asked so far. */
    void fence() throws InterruptedException {
        Line open = line;
        if (open != null && actor.connected()) {
            open.fence(patience);
        }
    }
}
