package parley.chatc.talk;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.chatc.session.Contact;
import parley.chatc.session.LastingSession;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Listener;

/**
 * Brings a person at a terminal and a server together. It is the listener of the session's client, whose echo must be
 * on: what one says oneself is shown where it stands among what others say.
 */
public final class Talk implements Listener {

    private final Turns turns = new Turns(e -> conversation().defect(e));
    private final CompletableFuture<String> lost = new CompletableFuture<>();
    private @Nullable Conversation conversation;

    /** How it ended. */
    public enum End {
        GOODBYE, LOST, INTERRUPTED
    }

    @Override
    public void delivered(Delivery delivery) {
        if (delivery.re() == null) { // an answer to a question goes to whoever asked
            turns.execute(() -> conversation().heard(delivery.event()));
        }
    }

    /** How it stands with the server is another now. Any thread. */
    public void contact(Contact contact) {
        turns.execute(() -> conversation().contact(contact));
        if (contact instanceof Contact.Ended ended) {
            lost.complete(ended.why());
        }
    }

    @Override
    public void ended(Disconnected why) {
        // There is a contact that says so.
    }

    private Conversation conversation() {
        return Objects.requireNonNull(conversation, "there are no turns before the conversation begins");
    }

    /**
     * Talks until the person or the server has had enough.
     *
     * @param room the room to talk in at first; otherwise the first of those where the server seats everyone
     * @throws IOException if the terminal cannot be used
     */
    public End run(LastingSession session, Optional<String> room, TerminalSetup setup) throws IOException {
        try (TerminalScreen screen = TerminalScreen.open(setup)) {
            Wire wire = new Wire(session, turns);
            Event.Welcomed welcomed = session.session().welcomed();
            Conversation begun = new Conversation(stage(screen, welcomed.nick(), setup), wire);
            conversation = begun;
            screen.completeWith(begun::known);
            screen.bind(Shortcut.ALL, shortcut -> turns.execute(() -> begun.pressed(shortcut)));
            begun.begin(welcomed, room);
            turns.start();
            var _ = lost.thenAccept(why -> screen.wake());
            End end = new Typing(screen, begun, turns, wire).until(lost);
            wire.sayGoodbye();
            turns.await(() -> begun.over(end));
            return end;
        }
    }

    private static Stage stage(Screen screen, String nick, TerminalSetup setup) {
        return new Stage(screen, new Phrases(ZoneId.systemDefault()), InstantSource.system(), new Whereabouts(nick),
                setup.bell());
    }
}
