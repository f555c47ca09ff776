package parley.chatc.pipe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import parley.chatc.pipe.Messages.Message;
import parley.chatc.pipe.Tally.Trouble;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;

/**
 * Sends messages into a room in their order, and counts the answers. A bounded number is under way without an answer:
 * so a long log goes as fast as the network, and what a broken connection leaves in doubt is little.
 *
 * <p>{@link #pump} runs on a thread of its own, which may wait for input forever. Answers come on the client's reader
 * thread. The lock guards the counters; nothing is sent or waited for under it.
 */
public final class Sending {

    /** How many messages may be without an answer. */
    static final int WINDOW = 256;

    private final Client client;
    private final String room;
    private final Semaphore window = new Semaphore(WINDOW);
    private final CompletableFuture<Tally> outcome = new CompletableFuture<>();
    private long sent;
    private long stored;
    private long answered;
    private boolean read;
    private final List<Trouble> troubles = new ArrayList<>();

    /** Will send into a room in which the client has a seat. */
    public Sending(Client client, String room) {
        this.client = client;
        this.room = room;
    }

    /**
     * What became of it all. There as soon as everything is read and answered, or as soon as the connection ends,
     * though input may still be coming then.
     */
    public CompletableFuture<Tally> outcome() {
        return outcome;
    }

    /** Sends until the input ends or the connection does. */
    public void pump(Messages messages) {
        try {
            for (Message message = messages.next(); message != null
                    && !outcome.isDone(); message = messages.next()) {
                say(message);
            }
        } catch (IOException e) {
            note(new Tally.Unreadable(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            endOfInput();
        }
    }

    private void say(Message message) throws InterruptedException {
        window.acquire();
        count();
        var _ = client.send(new Command.Say(room, message.text()))
                .whenComplete((answer, failure) -> answered(message, answer));
    }

    private synchronized void count() {
        sent++;
    }

    private void answered(Message message, Event.@Nullable Answer answer) {
        if (answer != null) { // otherwise the connection has ended, of which giveUp is told
            judge(message, answer);
        }
        window.release();
    }

    private synchronized void judge(Message message, Event.Answer answer) {
        answered++;
        if (answer instanceof Event.Refused refused) {
            note(new Tally.Refused(message.line(), refused));
        } else {
            stored++;
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
        troubles.add(trouble);
        outcome.complete(new Tally(sent, stored, troubles));
    }
}
