package parley.scenarios.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.scenarios.language.Phase;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.language.Shown;
import parley.scenarios.language.Step;
import parley.scenarios.language.Written;
import parley.scenarios.run.Comparison;
import parley.scenarios.run.Course;
import parley.scenarios.run.Outcome;

/** Makes of what came of a scenario the case that reports tell. */
public final class Telling {

    private final Scenario scenario;
    private final Course course;
    private final parley.scenarios.run.@Nullable Failure failure;

    /** Where each step stands among those that were played: more than once, if it was repeated. */
    private final Map<Written, List<Integer>> plays = new HashMap<>();

    private Telling(Scenario scenario, Outcome outcome) {
        this.scenario = scenario;
        this.course = outcome.course();
        this.failure = outcome instanceof Outcome.Failed failed ? failed.failure() : null;
        for (int i = 0; i < course.steps().size(); i++) {
            plays.computeIfAbsent(course.steps().get(i).step(), step -> new ArrayList<>()).add(i);
        }
    }

    /** A scenario that was played. Of one that passed and whose steps nobody noted down, there are none. */
    public static Case of(Scenario scenario, Outcome outcome) {
        Course course = outcome.course();
        if (course.steps().isEmpty() && outcome instanceof Outcome.Passed) {
            return new Case(scenario.source(), Verdict.PASSED, course.began(), course.took(), List.of(), List.of(),
                    List.of(), null, List.of());
        }
        return new Telling(scenario, outcome).tell();
    }

    /** A file that cannot be understood. */
    public static Case of(String file, ScenarioInvalid invalid) {
        List<Case.Problem> problems = invalid.problems().stream().map(problem -> new Case.Problem(
                problem.place().line(), problem.place().column(), problem.sentence(), problem.text())).toList();
        return problems.isEmpty() ? broken(file, String.valueOf(invalid.getMessage())) : broken(file, problems);
    }

    /** A file that cannot be found or read. */
    public static Case broken(String file, String sentence) {
        return broken(file, List.of(new Case.Problem(0, 0, sentence, sentence)));
    }

    private static Case broken(String file, List<Case.Problem> problems) {
        return new Case(file, Verdict.BROKEN, Instant.now(), Duration.ZERO, List.of(), List.of(), List.of(), null,
                problems);
    }

    private Case tell() {
        List<Case.Step> steps = steps();
        List<String> clients = course.exchanges().stream().map(Course.Exchange::client).distinct().toList();
        return new Case(scenario.source(), failure == null ? Verdict.PASSED : Verdict.FAILED, course.began(),
                course.took(), clients, steps, course.exchanges().stream().map(this::exchange).toList(),
                failure == null ? null : failure(failure), List.of());
    }

    private List<Case.Step> steps() {
        Map<Written, String> phases = new HashMap<>();
        for (Phase phase : scenario.phases()) {
            phase.lines().forEach(line -> phases.put(line, Shown.plain(phase.title())));
        }
        List<Case.Step> steps = new ArrayList<>();
        String phase = "";
        for (int i = 0; i < course.steps().size(); i++) {
            Course.Played played = course.steps().get(i);
            phase = phases.getOrDefault(played.step(), phase);
            boolean failed = failure != null && failure.step().equals(played.step())
                    && plays(played.step()).getLast() == i;
            steps.add(step(played.step(), phase, failed ? Verdict.FAILED : Verdict.PASSED, played.at(),
                    played.took()));
            phases.remove(played.step());
        }
        for (Step left : scenario.steps().stream().flatMap(Step::leaves).toList()) {
            String title = phases.get(left.written());
            if (title != null) {
                steps.add(step(left.written(), title, Verdict.NOT_PLAYED, course.took(), Duration.ZERO));
            }
        }
        return steps;
    }

    private static Case.Step step(Written written, String phase, Verdict verdict, Duration at, Duration took) {
        return new Case.Step(phase, written.source(), written.line(), Shown.plain(written.text().strip()), verdict, at,
                took);
    }

    private Case.Exchange exchange(Course.Exchange exchange) {
        return switch (exchange) {
            case Course.Exchange.Sent(Duration at, String client, String deed, Written step) -> new Case.Exchange(at,
                    client, Case.Direction.OUT, Shown.plain(deed), "", true, last(step, at));
            case Course.Exchange.Received(Duration at, String client, String text, String line, boolean counts, var step) ->
                new Case.Exchange(at, client, Case.Direction.IN, text, Shown.plain(line), counts,
                        step.map(saw -> first(saw, at)).orElse(-1));
        };
    }

    /** The playing of this step that had begun by then. */
    private int last(Written step, Duration at) {
        return plays(step).stream().filter(i -> course.steps().get(i).at().compareTo(at) <= 0).reduce(-1, (a, b) -> b);
    }

    /** The playing of this step that had not ended by then. */
    private int first(Written step, Duration at) {
        return plays(step).stream().filter(i -> end(course.steps().get(i)).compareTo(at) >= 0).findFirst().orElse(-1);
    }

    private List<Integer> plays(Written step) {
        return plays.getOrDefault(step, List.of());
    }

    private static Duration end(Course.Played played) {
        return played.at().plus(played.took());
    }

    private Case.Failure failure(parley.scenarios.run.Failure failed) {
        Comparison comparison = failed.comparison().orElse(new Comparison("", "", -1, Map.of()));
        return new Case.Failure(last(failed.step(), course.took()), Shown.plain(failed.problem()),
                comparison.expected(),
                comparison.came(), comparison.caret(), comparison.captures(),
                failed.witnesses().stream().map(seen -> new Case.Witness(seen.heading(), seen.lines())).toList(),
                failed.text());
    }
}
