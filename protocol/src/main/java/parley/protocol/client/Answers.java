package parley.protocol.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.protocol.Delivery;
import parley.protocol.Event;

/** Brings each answer to the one who waits for it. Every method may be called on any thread. */
final class Answers {

    private final Map<String, CompletableFuture<Event.Answer>> waiting = new HashMap<>();
    private String prefix = "";
    private long last;
    private @Nullable Disconnected ended;

    /** A ref that this client has not used before. */
    synchronized String nextRef() {
        return prefix + ++last;
    }

    /** From now on, refs are such that no earlier client has used them either. */
    synchronized void useFreshRefs() {
        prefix = UUID.randomUUID() + "-";
    }

    /** The answer to come for a command with this ref. */
    synchronized CompletableFuture<Event.Answer> expect(String ref) {
        CompletableFuture<Event.Answer> answer = new CompletableFuture<>();
        if (ended == null) {
            waiting.put(ref, answer);
        } else {
            answer.completeExceptionally(new Disconnected(ended));
        }
        return answer;
    }

    void arrived(Delivery delivery) {
        if (delivery.re() != null && delivery.event() instanceof Event.Answer answer) {
            CompletableFuture<Event.Answer> taken = remove(delivery.re());
            if (taken != null) {
                taken.complete(answer);
            }
        }
    }

    private synchronized @Nullable CompletableFuture<Event.Answer> remove(String ref) {
        return waiting.remove(ref);
    }

    void end(Disconnected why) {
        for (CompletableFuture<Event.Answer> answer : removeAll(why)) {
            answer.completeExceptionally(new Disconnected(why));
        }
    }

    private synchronized List<CompletableFuture<Event.Answer>> removeAll(Disconnected why) {
        ended = why;
        List<CompletableFuture<Event.Answer>> all = List.copyOf(waiting.values());
        waiting.clear();
        return all;
    }
}
