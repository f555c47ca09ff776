package parley.chatc.session;

import java.util.concurrent.CompletableFuture;
import parley.protocol.Command;
import parley.protocol.Event;

/**
 * A command and the answer to come.
 *
 * @param number its place among all that is asked
 * @param ref the same however often it is sent, so that the server does not store a message twice
 */
record Asked(long number, Command command, String ref, CompletableFuture<Event.Answer> answer) {

    /** A question whether the server is alive. It goes before everything else, and nobody waits for the answer. */
    static Asked signOfLife() {
        return new Asked(0, new Command.Ping(), "sign-of-life", new CompletableFuture<>());
    }

    boolean isMessage() {
        return command instanceof Command.Say;
    }

    /**
     * Whether it may be sent again by somebody who does not know whether it was done: questions, and what is done once
     * however often it is asked for.
     */
    boolean isRepeatable() {
        return switch (command) {
            case Command.Say it -> true;
            case Command.Join it -> true;
            case Command.Rename it -> true;
            case Command.SetTopic it -> true;
            case Command.SetRole it -> true;
            case Command.SetRoom it -> true;
            case Command.Who it -> true;
            case Command.WhoIs it -> true;
            case Command.Rooms it -> true;
            case Command.Recall it -> true;
            case Command.Search it -> true;
            case Command.Restrictions it -> true;
            case Command.Sync it -> true;
            default -> false;
        };
    }
}
