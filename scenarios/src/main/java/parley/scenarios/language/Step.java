package parley.scenarios.language;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.chatd.config.Config;

/** One step of a scenario. */
public sealed interface Step {

    /** The line it comes from; for a server's configuration, the first one. */
    Written written();

    /** Clients do something, one after the other. */
    record Act(Written written, List<String> clients, Action action) implements Step {
        public Act {
            clients = List.copyOf(clients);
        }
    }

    /**
     * Clients look at what they got.
     *
     * @param within how long there is to see it, or how long nothing may come; null for the usual patience
     */
    record Look(Written written, Subjects subjects, Expectation expectation, @Nullable Duration within)
            implements
                Step {
    }

    /** The server is to be configured so. */
    record Configure(Written written, Config config) implements Step {
    }

    /** Whether it is about this client by name. */
    default boolean names(String client) {
        return switch (this) {
            case Act act -> act.clients().contains(client);
            case Look look -> look.subjects() instanceof Subjects.Named named && named.names().contains(client);
            case Configure configure -> false;
        };
    }

    /** Whether it expects a command to have been refused. */
    default boolean expectsRefusal() {
        return this instanceof Look look && switch (look.expectation()) {
            case Expectation.Sees(Sight(Kind kind, _)) -> kind == Kind.REFUSAL || kind == Kind.LINE;
            case Expectation.SeesNothingBut(Sight(Kind kind, _)) -> kind == Kind.REFUSAL || kind == Kind.LINE;
            case Expectation.SeesNothing _, Expectation.DoesNotSee _ -> false;
        };
    }
}
