package parley.scenarios.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads a scenario line by line and gathers the problems, so that a person learns of all at once. One thread. */
final class ScenarioReader {

    private final String source;
    private final List<Written> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private String title = "";
    private int at;

    ScenarioReader(String source, String text) {
        this.source = source;
        String[] split = text.split("\r\n|\n|\r", -1);
        for (int i = 0; i < split.length; i++) {
            lines.add(new Written(source, i + 1, split[i]));
        }
    }

    Scenario read() throws ScenarioInvalid {
        while (at < lines.size()) {
            line(lines.get(at));
        }
        endPhase("");
        Scenario scenario = new Scenario(source, phases);
        problems.addAll(Sense.problems(scenario, problems));
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(problem -> problem.written().line()));
            throw new ScenarioInvalid(problems);
        }
        return scenario;
    }

    private void line(Written line) {
        String text = line.text();
        at++;
        if (text.isBlank() || text.startsWith("#!")) {
            return; // between steps, or for the shell
        }
        if (text.startsWith("#")) {
            comment(text);
        } else if (Slice.blank(text.charAt(0))) {
            problems.add(new Problem(line, 0, 1, "this line is indented, but only the configuration below server is"));
        } else if (text.strip().equals("server")) {
            server(line);
        } else {
            step(line);
        }
    }

    /** The first of several lines of comment is the title of a phase; the others are for those who read the file. */
    private void comment(String text) {
        if (at < 2 || !lines.get(at - 2).text().startsWith("#") || lines.get(at - 2).text().startsWith("#!")) {
            endPhase(text.replaceFirst("#+", "").strip());
        }
    }

    private void endPhase(String next) {
        if (!steps.isEmpty() || !title.isEmpty()) {
            phases.add(new Phase(title, steps));
        }
        steps.clear();
        title = next;
    }

    private void step(Written line) {
        try {
            steps.add(StepReader.read(line));
        } catch (Mistake e) {
            problems.add(e.in(line));
        }
    }

    private void server(Written line) {
        int begin = at;
        while (at < lines.size() && (lines.get(at).text().isBlank() || Slice.blank(lines.get(at).text().charAt(0)))) {
            at++;
        }
        switch (ServerReader.read(line, lines.subList(begin, at))) {
            case ServerReader.Read read -> steps.add(read.step());
            case ServerReader.NotRead not -> problems.addAll(not.problems());
        }
    }
}
