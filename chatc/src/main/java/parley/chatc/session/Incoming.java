package parley.chatc.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.client.ClientDialect;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Listener;

/** What one connection brings: passes on what has not been told yet. Called by the connection's reader thread. */
final class Incoming implements Listener {

    private final Places places;
    private final Listener listener;
    private final Consumer<Event.Welcomed> welcome;
    private final CompletableFuture<String> over = new CompletableFuture<>();
    private volatile boolean catchingUp;
    private volatile long heard = System.nanoTime();
    private volatile @Nullable String dismissal;

    /**
     * @param catchingUp whether what was missed comes first, until {@link #caughtUp}
     */
    Incoming(Places places, Listener listener, Consumer<Event.Welcomed> welcome, boolean catchingUp) {
        this.places = places;
        this.listener = listener;
        this.welcome = welcome;
        this.catchingUp = catchingUp;
    }

    @Override
    public void received(String line, ClientDialect.Heard meaning) {
        heard = System.nanoTime();
        if (meaning.deliveries().stream().noneMatch(this::isRepetition)) {
            listener.received(line, meaning);
        }
    }

    @Override
    public void delivered(Delivery delivery) {
        if (isRepetition(delivery)) {
            return;
        }
        switch (delivery.event()) {
            case Event.Welcomed it -> {
                places.welcomed(it);
                welcome.accept(it);
            }
            case Event.Kicked it when it.room() == null && it.nick().equals(places.nick()) ->
                dismissal = it.from() + " kicked you off the server" + (it.why().isEmpty() ? "" : ": " + it.why());
            case Event.Said it -> places.heard(it, !it.past() || catchingUp);
            default -> places.heard(delivery.event(), true);
        }
        listener.delivered(delivery);
    }

    private boolean isRepetition(Delivery delivery) {
        return catchingUp && delivery.event() instanceof Event.Said said && places.hasTold(said);
    }

    /** What was missed has been told: what comes from the history now was asked for. */
    void caughtUp() {
        catchingUp = false;
    }

    @Override
    public void ended(Disconnected why) {
        over.complete(String.valueOf(why.getMessage()));
    }

    /** Completes with the reason when nothing more will come. */
    CompletableFuture<String> over() {
        return over;
    }

    /** Why the server does not want this client any more, if it said so. */
    Optional<String> dismissal() {
        return Optional.ofNullable(dismissal);
    }

    boolean isQuietFor(Duration time) {
        return System.nanoTime() - heard > time.toNanos();
    }
}
