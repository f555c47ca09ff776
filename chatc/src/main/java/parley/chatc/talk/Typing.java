package parley.chatc.talk;

import java.util.Optional;
import java.util.concurrent.Future;

/** Waits for what a person types, and has it done, line after line. */
record Typing(TerminalScreen screen, Conversation conversation, Turns turns, Wire wire) {

    /** Goes on until somebody wants to leave, or the connection is lost. */
    Talk.End until(Future<?> lost) {
        boolean warned = false;
        while (!wire.isQuitting()) {
            Typed typed = screen.read();
            if (lost.isDone()) {
                turns.await(() -> conversation.unsent(typed));
                return Talk.End.LOST;
            }
            Optional<Talk.End> end = heed(typed, warned);
            if (end.isPresent()) {
                return end.get();
            }
            warned = typed instanceof Typed.Interrupted;
        }
        return Talk.End.GOODBYE;
    }

    private Optional<Talk.End> heed(Typed typed, boolean warned) {
        return switch (typed) {
            case Typed.Line line -> then(() -> conversation.typed(line.text()));
            case Typed.Interrupted it when warned -> Optional.of(Talk.End.INTERRUPTED);
            case Typed.Interrupted it -> then(conversation::interrupted);
            case Typed.EndOfInput it -> Optional.of(Talk.End.GOODBYE);
        };
    }

    private Optional<Talk.End> then(Runnable turn) {
        turns.await(turn);
        return Optional.empty();
    }
}
