package parley.chatc.pipe;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.chatc.pipe.Messages.Message;
import parley.chatc.pipe.Tally.Trouble;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Refusal;

/**
 * Sends messages into a room in their order, and counts the answers. A bounded number is under way without an answer:
 * so a long log goes as fast as the network, and what a broken connection leaves in doubt is little. The bound grows
 * with the answers, so that a server that takes only so many at a time is not sent hundreds before it says so.
 *
 * <p>What the server refuses because it came too fast is held, until everything that is under way is answered and as
 * long as the server said, and sent again. From then on one message at a time is under way, so that they keep their
 * order.
 *
 * <p>{@link #pump} runs on a thread of its own, which may wait for input forever. Answers come on the client's reader
 * thread. The lock guards the fields; nothing is sent under it.
 */
public final class Sending {

    /** How many messages may be without an answer at first, and at most. */
    static final int FIRST_WINDOW = 16;
    static final int WINDOW = 256;

    /** How long to wait where the server does not say. */
    private static final Duration UNTOLD = Duration.ofSeconds(1);

    private final Wire wire;
    private final String room;
    private final Later later;
    private final CompletableFuture<Tally> outcome = new CompletableFuture<>();
    private final Queue<Numbered> held = new PriorityQueue<>(Comparator.comparingLong(Numbered::number));
    private Duration wait = Duration.ZERO;
    private int window = FIRST_WINDOW;
    private boolean slowedDown;
    private int underWay;
    private long sent;
    private long stored;
    private long answered;
    private boolean read;
    private final List<Trouble> troubles = new ArrayList<>();

    /** What a message is sent with. */
    public interface Wire {
        /** The answer to come; ends exceptionally if the connection ends first. */
        CompletableFuture<Event.Answer> send(Command command);
    }

    /** A message and its place among all. */
    private record Numbered(long number, Message message) {
    }

    /** Will send into a room in which the client has a seat. */
    public Sending(Wire wire, String room, Later later) {
        this.wire = wire;
        this.room = room;
        this.later = later;
    }

    /**
     * What became of it all. There as soon as everything is read and answered, or as soon as the connection ends,
     * though input may still be coming then.
     */
    public CompletableFuture<Tally> outcome() {
        return outcome;
    }

    /** How many messages are stored by now. */
    public synchronized long stored() {
        return stored;
    }

    /** Sends until the input ends or the connection does. */
    public void pump(Messages messages) {
        try {
            for (Message message = messages.next(); message != null
                    && !outcome.isDone(); message = messages.next()) {
                say(inTurn(message));
            }
        } catch (IOException e) {
            note(new Tally.Unreadable(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            endOfInput();
        }
    }

    /** Waits until it is the message's turn. */
    private synchronized Numbered inTurn(Message message) throws InterruptedException {
        while (!outcome.isDone() && (!held.isEmpty() || underWay >= window)) {
            wait();
        }
        underWay++;
        return new Numbered(++sent, message);
    }

    private void say(Numbered numbered) {
        var _ = wire.send(new Command.Say(room, numbered.message().text()))
                .whenComplete((answer, failure) -> answered(numbered, answer, failure));
    }

    private synchronized void answered(Numbered numbered, Event.@Nullable Answer answer, @Nullable Throwable failure) {
        underWay--;
        if (answer instanceof Event.Refused refused && refused.why() == Refusal.RATE_LIMITED) {
            hold(numbered, Objects.requireNonNullElse(refused.retryAfter(), UNTOLD));
        } else if (answer != null) {
            judge(numbered.message(), answer);
        } else {
            giveUp(new Tally.Ended(failure == null ? "no answer" : String.valueOf(failure.getMessage())));
        }
        if (underWay == 0 && !held.isEmpty()) {
            later.after(wait, this::sayAgain);
        }
        notifyAll();
    }

    private void hold(Numbered numbered, Duration time) {
        held.add(numbered);
        wait = wait.compareTo(time) < 0 ? time : wait;
        window = 1;
        slowedDown = true;
    }

    private void sayAgain() {
        Numbered first;
        synchronized (this) {
            first = held.remove();
            wait = Duration.ZERO;
            underWay++;
        }
        say(first);
    }

    private void judge(Message message, Event.Answer answer) {
        answered++;
        if (answer instanceof Event.Refused refused) {
            note(new Tally.Refused(message.line(), refused));
        } else {
            stored++;
        }
        if (!slowedDown && window < WINDOW) {
            window++;
        }
        completeIfAllIsDone();
    }

    private synchronized void note(Trouble trouble) {
        if (troubles.isEmpty()) {
            troubles.add(trouble);
        }
    }

    private synchronized void endOfInput() {
        read = true;
        completeIfAllIsDone();
    }

    private void completeIfAllIsDone() {
        if (read && answered == sent) {
            outcome.complete(new Tally(sent, stored, troubles));
        }
    }

    /** No more answers can be counted on: what is not known to be stored by now may or may not be. Any thread. */
    public synchronized void giveUp(Trouble trouble) {
        if (!outcome.isDone()) {
            troubles.add(trouble);
            outcome.complete(new Tally(sent, stored, troubles));
            notifyAll();
        }
    }
}
