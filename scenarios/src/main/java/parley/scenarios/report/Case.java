package parley.scenarios.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one scenario.
 *
 * @param file as the person named it
 * @param began when
 * @param took how long it was
 * @param clients the names of its clients, in the order in which they came
 * @param steps in the order in which they were played; then those that were not
 * @param exchanges what went between the clients and the server, in the order of time
 * @param failure why it failed; null unless it did
 * @param problems what is wrong with the file; empty unless it is broken
 */
public record Case(String file, Verdict verdict, Instant began, Duration took, List<String> clients, List<Step> steps,
        List<Exchange> exchanges, @Nullable Failure failure, List<Problem> problems) {

    public Case {
        clients = List.copyOf(clients);
        steps = List.copyOf(steps);
        exchanges = List.copyOf(exchanges);
        problems = List.copyOf(problems);
    }

    /**
     * One step.
     *
     * @param phase the title of the phase that it belongs to; empty before the first
     * @param file where it is written; another than the scenario's if it was included
     * @param line from 1
     * @param text the step as it is written there
     * @param at when it began, counted from the scenario's beginning
     */
    public record Step(String phase, String file, int line, String text, Verdict verdict, Duration at,
            Duration took) {

        /** Where it is: {@code welcome.chat:3}. */
        String place() {
            return file + ":" + line;
        }
    }

    /** Which way something went. */
    public enum Direction {
        /** From a client to the server. */
        OUT,
        /** From the server to a client. */
        IN
    }

    /**
     * Something that went between one client and the server.
     *
     * @param at when, counted from the scenario's beginning
     * @param dir from the client's side
     * @param text in the words of the language
     * @param line as it stood on the wire; empty where a step says all that is to be said
     * @param news whether it is more than the answer to what the client asked itself, or a sign of life
     * @param step which of the steps did it, or saw it, from 0; -1 if none did
     */
    public record Exchange(Duration at, String client, Direction dir, String text, String line, boolean news,
            int step) {
    }

    /**
     * Why it failed.
     *
     * @param step which of the steps, from 0
     * @param problem what happened instead, in a sentence without its full stop
     * @param expected what was to be seen; empty if that was not the question
     * @param came what came instead, or nearest to it; empty if nothing of that kind did
     * @param caret where in {@code came} the two part, in UTF-16 units; -1 if they have nothing in common
     * @param captures what the names in {@code expected} stand for, as far as it was known
     * @param witnesses what the clients have received: first the one the step is about, then the others
     * @param text all of this in lines for people
     */
    public record Failure(int step, String problem, String expected, String came, int caret,
            Map<String, String> captures, List<Witness> witnesses, String text) {

        public Failure {
            captures = Map.copyOf(captures);
            witnesses = List.copyOf(witnesses);
        }
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

    /**
     * Something in the file that cannot be read.
     *
     * @param line from 1; 0 if it is about the whole file
     * @param column from 1, in characters; 0 if it is about the whole file
     * @param sentence what is wrong, and what would be right
     * @param text the same with its place and the line it is in, in lines for people
     */
    public record Problem(int line, int column, String sentence, String text) {
    }

    /** During which step something went over the wire: the last one that had begun; -1 if none had. */
    int during(Exchange exchange) {
        int during = -1;
        for (int i = 0; i < steps.size() && steps.get(i).verdict() != Verdict.NOT_PLAYED
                && steps.get(i).at().compareTo(exchange.at()) <= 0; i++) {
            during = i;
        }
        return during;
    }

    /** The step that failed; null unless one did. */
    @Nullable Step failed() {
        return failure == null ? null : steps.get(failure.step());
    }
}
