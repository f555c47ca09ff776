package parley.scenarios.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.scenarios.language.Written;

/**
 * What was done and said while a scenario was played.
 *
 * @param began when
 * @param took how long all of it was
 * @param steps those that were played, in this order; the last one may be the one that failed
 * @param exchanges what went between the clients and the server, in the order of time
 */
public record Course(Instant began, Duration took, List<Played> steps, List<Exchange> exchanges) {

    public Course {
        steps = List.copyOf(steps);
        exchanges = List.copyOf(exchanges);
    }

    /**
     * A step that was played.
     *
     * @param at when it began, counted from the beginning
     */
    public record Played(Written step, Duration at, Duration took) {
    }

    /** Something that went between one client and the server. */
    public sealed interface Exchange {

        /** When, counted from the beginning. */
        Duration at();

        /** The client's name in the scenario. */
        String client();

        /**
         * A client did something.
         *
         * @param deed the step without its subjects: {@code says hello}
         */
        record Sent(Duration at, String client, String deed, Written step) implements Exchange {
        }

        /**
         * A client received something.
         *
         * @param text in the words of the language
         * @param line as it stood on the wire
         * @param counts whether it is news: not so the answer to what the client asked itself, and signs of life
         * @param step the one that saw it
         */
        record Received(Duration at, String client, String text, String line, boolean counts, Optional<Written> step)
                implements
                    Exchange {
        }
    }
}
