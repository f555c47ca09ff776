package parley.chatc.talk;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.chatc.session.LastingSession;
import parley.chatc.session.NotAnswered;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Refusal;

/** Asks a server, and gives each answer its turn. */
final class Wire implements Asking {

    private final LastingSession session;
    private final Turns turns;
    private volatile boolean quitting;
    private volatile @Nullable String why;

    Wire(LastingSession session, Turns turns) {
        this.session = session;
        this.turns = turns;
    }

    @Override
    public void ask(Command command, Consumer<Event.Answer> answered) {
        // Completed by the thread that brings the events, so that both get their turns in the order of the wire.
        var _ = session.ask(command).exceptionally(failure -> unanswered(command, failure))
                .thenAccept(answer -> turns.execute(() -> answered.accept(answer)));
    }

    /** What nobody will answer is refused here. */
    private static Event.Answer unanswered(Command command, Throwable failure) {
        Throwable cause = failure instanceof CompletionException it && it.getCause() != null ? it.getCause() : failure;
        boolean inDoubt = cause instanceof NotAnswered it && it.isInDoubt();
        String what = switch (command) {
            case Command.Say say -> say.text();
            case Command.Tell tell -> "to " + tell.to() + ": " + tell.text();
            case Command.TellRole tell -> "to " + tell.role().all() + " of " + tell.room() + ": " + tell.text();
            default -> command.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
        return new Event.Refused(Refusal.OTHER, "", (inDoubt ? "perhaps not done: " : "not sent: ") + what);
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
        session.quit(why);
    }
}
