package parley.scenarios.language;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a scenario and gathers the problems, so that a person learns of all at once. One thread. */
final class ScenarioReader {

    private static final Comparator<Problem> ORDER = Comparator
            .comparing((Problem problem) -> problem.written().source())
            .thenComparingInt(problem -> problem.written().line());

    private final String source;
    private final Variables variables;
    private final List<Problem> problems = new ArrayList<>();
    private final Lines lines;
    private final List<Phase> phases = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private String title = "";

    ScenarioReader(String source, String text, Given given) {
        this.source = source;
        this.variables = new Variables(given);
        this.lines = new Lines(Source.lines(source, text));
    }

    Scenario read() throws ScenarioInvalid {
        LineReader reader = new LineReader(variables, problems, List.of(source));
        while (lines.hasNext()) {
            Written line = lines.next();
            if (line.text().startsWith("#")) {
                comment(line);
            } else {
                reader.read(line, lines, steps);
            }
        }
        endPhase("");
        Scenario read = new Scenario(source, phases, Map.of());
        problems.addAll(Sense.problems(read, variables, problems));
        checkThatThereIsSomething();
        if (!problems.isEmpty()) {
            problems.sort(ORDER);
            throw new ScenarioInvalid(problems);
        }
        return new Scenario(source, phases, variables.values());
    }

    private void checkThatThereIsSomething() {
        if (problems.isEmpty() && phases.stream().allMatch(phase -> phase.steps().isEmpty())) {
            problems.add(new Problem(new Written(source, 1, ""), 0, 0,
                    "this scenario has no steps: it would pass whatever the server does"));
        }
    }

    /** The first of several lines of comment is the title of a phase; the others are for those who read the file. */
    private void comment(Written line) {
        @Nullable Written before = lines.before(line);
        boolean follows = before != null && before.text().startsWith("#") && !before.text().startsWith("#!");
        if (!follows && !line.text().startsWith("#!")) {
            endPhase(line.text().replaceFirst("#+", "").strip());
        }
    }

    private void endPhase(String next) {
        if (!steps.isEmpty() || !title.isEmpty()) {
            phases.add(new Phase(title, steps));
        }
        steps.clear();
        title = next;
    }

    /** The file that a line of another one names, as that other was named. */
    static Path beside(String source, Slice name) throws Mistake {
        try {
            return Path.of(source).resolveSibling(name.text()).normalize();
        } catch (InvalidPathException e) {
            throw new Mistake(name, "no file can be called so: " + e.getReason());
        }
    }
}
