package parley.scenarios.language;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.chatd.config.Config;

/** One step of a scenario, or a block of them. */
public sealed interface Step {

    /** The line it comes from; for a block and for a server's configuration, the first one. */
    Written written();

    /**
     * Clients do something, one after the other.
     *
     * @param uses the names of the captures that it needs
     */
    record Act(Written written, List<String> clients, Action action, List<String> uses) implements Step {
        public Act {
            clients = List.copyOf(clients);
            uses = List.copyOf(uses);
        }
    }

    /**
     * Clients look at what they got.
     *
     * @param times how often it is to be seen
     * @param within how long there is to see it, or how long nothing may come; null for the usual patience
     */
    record Look(Written written, Subjects subjects, Expectation expectation, int times, @Nullable Duration within)
            implements
                Step {
    }

    /**
     * The server is to be configured so.
     *
     * @param toml the same as it was written
     */
    record Configure(Written written, Config config, String toml) implements Step {
    }

    /** Something happens to the server. */
    record Serve(Written written, ServerFate fate) implements Step {
    }

    /** The network does something to these clients, one after the other. */
    record Network(Written written, List<String> clients, Fault fault) implements Step {
        public Network {
            clients = List.copyOf(clients);
        }
    }

    /** Steps that belong together. */
    sealed interface Block extends Step {

        /** The indented ones, perhaps blocks themselves. */
        List<Step> steps();
    }

    /** All of it is to be seen, whatever comes first. Its steps are looks that {@linkplain Expectation.Sees see}. */
    record InAnyOrder(Written written, List<Step> steps) implements Block {
        public InAnyOrder {
            steps = List.copyOf(steps);
        }
    }

    /** What came of it is used up, and what did not come is not missed. Its steps are as those of the one above. */
    record Optionally(Written written, List<Step> steps) implements Block {
        public Optionally {
            steps = List.copyOf(steps);
        }
    }

    /** Each client does its own steps in their order, and no client waits for another. */
    record Together(Written written, List<Step> steps) implements Block {
        public Together {
            steps = List.copyOf(steps);
        }
    }

    /** All of it, so many times. */
    record Repeat(Written written, int times, List<Step> steps) implements Block {
        /** What the number of the round, from 1, is captured as. */
        public static final String ROUND = "round";

        public Repeat {
            steps = List.copyOf(steps);
        }
    }

    /** The step itself; of a block, all steps in it and in its blocks. */
    default Stream<Step> leaves() {
        return this instanceof Block block ? block.steps().stream().flatMap(Step::leaves) : Stream.of(this);
    }

    /** All lines it comes from, but for a server's configuration. */
    default Stream<Written> lines() {
        return this instanceof Block block
                ? Stream.concat(Stream.of(written()), block.steps().stream().flatMap(Step::lines))
                : Stream.of(written());
    }

    /** Whether it is about this client by name. */
    default boolean names(String client) {
        return switch (this) {
            case Act act -> act.clients().contains(client);
            case Look look -> look.subjects() instanceof Subjects.Named named && named.names().contains(client);
            case Configure _, Serve _, Network _ -> false;
            case Block block -> block.steps().stream().anyMatch(step -> step.names(client));
        };
    }

    /** Whether it expects a command to have been refused. */
    default boolean expectsRefusal() {
        return switch (this) {
            case Look(_, _, Expectation.Sees(Sight sight), _, _) -> sight.mayBeRefusal();
            case Look(_, _, Expectation.SeesNothingBut(Sight sight), _, _) -> sight.mayBeRefusal();
            case Block block -> block.steps().stream().anyMatch(Step::expectsRefusal);
            default -> false;
        };
    }
}
