package parley.scenarios.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One scenario as the page draws it.
 *
 * @param id by which links find it
 * @param failurePlace the step that failed, with its place; empty unless one did
 * @param rows from top to bottom
 */
record Lanes(String id, String file, String verdict, String took, String failurePlace, List<Client> clients,
        List<Row> rows, List<Case.Problem> problems) {

    /** A client's lane. */
    record Client(int index, String name) {

        /** Which of the page's colours it has. */
        int colour() {
            return index % 8;
        }
    }

    /** A phase's title, or a step, or an arrow. */
    record Row(@Nullable String phase, @Nullable StepRow step, @Nullable Arrow arrow) {

        static Row of(String phase) {
            return new Row(phase, null, null);
        }

        static Row of(StepRow step) {
            return new Row(null, step, null);
        }

        static Row of(Arrow arrow) {
            return new Row(null, null, arrow);
        }
    }

    static List<Lanes> all(List<Case> scenarios) {
        return IntStream.range(0, scenarios.size()).mapToObj(i -> of("s" + (i + 1), scenarios.get(i))).toList();
    }

    private static Lanes of(String id, Case scenario) {
        Case.Step failed = scenario.failed();
        List<Client> clients = IntStream.range(0, scenario.clients().size())
                .mapToObj(i -> new Client(i, scenario.clients().get(i))).toList();
        return new Lanes(id, scenario.file(), scenario.verdict().word(), HtmlPage.time(scenario.took()),
                failed == null ? "" : failed.place() + ": " + failed.text(), clients, rows(id, scenario),
                scenario.problems());
    }

    boolean hasLanes() {
        return !rows.isEmpty();
    }

    int laneCount() {
        return clients.size();
    }

    private static List<Row> rows(String id, Case scenario) {
        List<Row> rows = new ArrayList<>();
        Map<Integer, List<Arrow>> arrows = Arrow.byStep(scenario);
        String phase = "";
        for (int i = 0; i < scenario.steps().size(); i++) {
            Case.Step step = scenario.steps().get(i);
            if (!step.phase().equals(phase)) {
                phase = step.phase();
                rows.add(Row.of(phase));
            }
            rows.add(Row.of(StepRow.of(id, scenario, i)));
            arrows.getOrDefault(i, List.of()).forEach(arrow -> rows.add(Row.of(arrow)));
        }
        return rows;
    }
}
