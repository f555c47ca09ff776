package parley.scenarios.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.protocol.text.Suggestion;

/** Looks for what no run of a scenario can make sense of: clients that never connect, captures that nobody made. */
final class Sense {

    private final Variables variables;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> clients = new HashSet<>();
    private final Set<String> all = new HashSet<>();
    private final Set<String> captures = new HashSet<>();
    private boolean configured;
    private boolean connected;

    private Sense(Variables variables) {
        this.variables = variables;
    }

    /**
     * @param others problems of lines that could not be read: each word there may be a client or a capture
     */
    static List<Problem> problems(Scenario scenario, Variables variables, List<Problem> others) {
        Sense sense = new Sense(variables);
        sense.captures.addAll(variables.names());
        for (Problem other : others) {
            List<String> words = List.of(other.written().text().split("[^\\p{L}\\p{N}_-]+", -1));
            sense.clients.addAll(words);
            sense.captures.addAll(words);
        }
        scenario.steps().stream().flatMap(Step::leaves).filter(Sense::connects)
                .forEach(step -> sense.all.addAll(((Step.Act) step).clients()));
        scenario.steps().forEach(sense::check);
        return sense.problems;
    }

    private void check(Step step) {
        switch (step) {
            case Step.Configure configure -> check(configure);
            case Step.Act act -> check(act);
            case Step.Look look -> check(look);
            case Step.Network network -> network.clients().forEach(client -> checkThatItComes(client, network));
            case Step.Serve _ -> {
                // The server can be anything at any time.
            }
            case Step.Repeat repeat -> check(repeat);
            case Step.Optionally optionally -> check(optionally);
            case Step.Block block -> block.steps().forEach(this::check);
        }
    }

    private void check(Step.Configure configure) {
        if (configured || connected) {
            problems.add(Problem.with("server", configure.written(), configured
                    ? "a scenario has one server"
                    : "the server is there already: it comes before the first client connects"));
        }
        configured = true;
    }

    private void check(Step.Act act) {
        if (connects(act)) {
            clients.addAll(act.clients());
            connected = true;
        }
        act.clients().forEach(client -> checkClient(client, act));
        act.uses().forEach(name -> checkCapture(name, act));
    }

    private static boolean connects(Step step) {
        return step instanceof Step.Act act
                && (act.action() instanceof Action.Connect || act.action() instanceof Action.Open);
    }

    private void checkCapture(String name, Step step) {
        if (Given.isOfEnvironment(name)) {
            variables.problem(name).ifPresent(sentence -> problems.add(Problem.with("{" + name + "}", step.written(),
                    sentence)));
        } else if (!captures.contains(name)) {
            problems.add(Problem.with("{" + name + "}", step.written(), "nothing was captured as {" + name
                    + "} before this" + near(name, captures, "{", "}") + "; braces that are meant are written \\{"
                    + name + "}"));
        }
    }

    private void check(Step.Look look) {
        look.subjects().mentioned().forEach(client -> checkClient(client, look));
        if (clients.isEmpty()) {
            problems.add(Problem.with("everyone", look.written(), "nobody has connected before this"));
        }
        switch (look.expectation()) {
            case Expectation.Sees(Sight sight) -> sees(sight, look);
            case Expectation.SeesNothingBut(Sight sight) -> sees(sight, look);
            case Expectation.DoesNotSee(Sight sight) -> checkEnvironment(sight, look);
            case Expectation.SeesNothing _ -> {
                // Nothing has no name.
            }
        }
    }

    private void sees(Sight sight, Step step) {
        checkEnvironment(sight, step);
        captures.addAll(sight.names());
    }

    /** Nobody captures the environment. */
    private void checkEnvironment(Sight sight, Step step) {
        sight.names().stream().filter(Given::isOfEnvironment).forEach(name -> checkCapture(name, step));
    }

    private void check(Step.Repeat repeat) {
        boolean inside = !captures.add(Step.Repeat.ROUND);
        repeat.steps().forEach(this::check);
        if (!inside) {
            captures.remove(Step.Repeat.ROUND);
        }
    }

    /** What may not have come has captured nothing for sure. */
    private void check(Step.Optionally optionally) {
        Set<String> before = Set.copyOf(captures);
        optionally.steps().forEach(this::check);
        captures.retainAll(before);
    }

    private void checkClient(String client, Step step) {
        if (!clients.contains(client)) {
            problems.add(Problem.with(client, step.written(),
                    client + " has not connected before this" + near(client, clients, "", "")));
        }
    }

    /** The network may be bad before a client connects, but not for one who never does. */
    private void checkThatItComes(String client, Step step) {
        if (!all.contains(client)) {
            problems.add(Problem.with(client, step.written(),
                    client + " never connects" + near(client, all, "", "")));
        }
    }

    private static String near(String word, Set<String> known, String open, String close) {
        return Suggestion.nearest(word, known).map(near -> "; did you mean " + open + near + close + "?").orElse("");
    }
}
