package parley.scenarios.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.scenarios.language.Written;

/**
 * Why a scenario failed.
 *
 * @param step the line that failed
 * @param problem what happened instead, in a sentence without its full stop
 * @param comparison what was to be seen beside the nearest thing that came, if the step was about seeing something
 * @param witnesses what the clients have received: first the one the step is about, then the others
 */
public record Failure(Written step, String problem, Optional<Comparison> comparison, List<Witness> witnesses) {

    public Failure {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * What one client has received, in the words of the language.
     *
     * @param heading which client, and which part of all it received
     */
    public record Witness(String heading, List<String> lines) {
        public Witness {
            lines = List.copyOf(lines);
        }
    }

    /** The same, with a word on which of several rounds it was in. */
    Failure in(String round) {
        return new Failure(step, problem + ", in " + round, comparison, witnesses);
    }

    /** The same, and what somebody else knows of it. */
    Failure and(Witness witness) {
        List<Witness> all = new ArrayList<>(witnesses);
        all.add(witness);
        return new Failure(step, problem, comparison, all);
    }

    /** The problem and all that helps to understand it, in lines fit for any terminal. */
    public String text() {
        return FailureText.of(this);
    }

    /** A time as steps have it: {@code 500 ms}, {@code 5 s}. */
    static String time(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
