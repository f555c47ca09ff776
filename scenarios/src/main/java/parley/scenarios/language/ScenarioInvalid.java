package parley.scenarios.language;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario that cannot be read. The message shows every problem for the person who wrote it. */
public final class ScenarioInvalid extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ScenarioInvalid(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the order of the lines; empty if the file could not even be read. */
    public List<Problem> problems() {
        return problems;
    }

    ScenarioInvalid(String sentence) {
        super(sentence);
        this.problems = List.of();
    }
}
