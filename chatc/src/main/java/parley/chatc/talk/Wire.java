package parley.chatc.talk;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;

/** Asks a server, and gives each answer its turn. */
final class Wire implements Asking {

    private final Client client;
    private final Turns turns;
    private volatile boolean quitting;
    private volatile @Nullable String why;

    Wire(Client client, Turns turns) {
        this.client = client;
        this.turns = turns;
    }

    @Override
    public void ask(Command command, Consumer<Event.Answer> answered) {
        // Completed by the thread that brings the events, so that both get their turns in the order of the wire.
        var _ = client.send(command).thenAccept(answer -> turns.execute(() -> answered.accept(answer)));
    }

    @Override
    public void quit(Optional<String> reason) {
        why = reason.orElse(null);
        quitting = true;
    }

    /** Whether somebody wants to say goodbye, which is done once nothing more can be typed. */
    boolean isQuitting() {
        return quitting;
    }

    void sayGoodbye() {
        client.quit(why);
    }
}
