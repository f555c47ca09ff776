package parley.scenarios.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.protocol.text.Suggestion;

/** Looks for what no run of a scenario can make sense of: clients that never connect, captures that nobody made. */
final class Sense {

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> clients = new HashSet<>();
    private final Set<String> captures = new HashSet<>();
    private boolean configured;
    private boolean connected;

    private Sense() {
    }

    /**
     * @param others problems of lines that could not be read: each word there may be a client or a capture
     */
    static List<Problem> problems(Scenario scenario, List<Problem> others) {
        Sense sense = new Sense();
        for (Problem other : others) {
            List<String> words = List.of(other.written().text().split("[^\\p{L}\\p{N}_-]+", -1));
            sense.clients.addAll(words);
            sense.captures.addAll(words);
        }
        scenario.steps().forEach(sense::check);
        return sense.problems;
    }

    private void check(Step step) {
        switch (step) {
            case Step.Configure configure -> check(configure);
            case Step.Act act -> check(act);
            case Step.Look look -> check(look);
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
        if (act.action() instanceof Action.Connect) {
            clients.addAll(act.clients());
            connected = true;
        }
        act.clients().forEach(client -> checkClient(client, act));
        templates(act.action()).flatMap(template -> template.names().stream())
                .filter(name -> !captures.contains(name)).forEach(name -> problems.add(Problem.with("{" + name + "}",
                        act.written(), "nothing was captured as {" + name + "} before this"
                                + near(name, captures, "{", "}") + "; braces that are meant are written \\{" + name
                                + "}")));
    }

    private void check(Step.Look look) {
        look.subjects().mentioned().forEach(client -> checkClient(client, look));
        if (clients.isEmpty()) {
            problems.add(Problem.with("everyone", look.written(), "nobody has connected before this"));
        }
        switch (look.expectation()) {
            case Expectation.Sees(Sight sight) -> captures.addAll(sight.names());
            case Expectation.SeesNothingBut(Sight sight) -> captures.addAll(sight.names());
            case Expectation.DoesNotSee _, Expectation.SeesNothing _ -> {
                // What was not seen captures nothing.
            }
        }
    }

    private void checkClient(String client, Step step) {
        if (!clients.contains(client)) {
            problems.add(Problem.with(client, step.written(),
                    client + " has not connected before this" + near(client, clients, "", "")));
        }
    }

    private static String near(String word, Set<String> known, String open, String close) {
        return Suggestion.nearest(word, known).map(near -> "; did you mean " + open + near + close + "?").orElse("");
    }

    private static Stream<Template> templates(Action action) {
        return switch (action) {
            case Action.Connect(Template nick) -> Stream.ofNullable(nick);
            case Action.Join(Template room) -> Stream.of(room);
            case Action.Leave(Template room, Template why) -> Stream.concat(Stream.of(room), Stream.ofNullable(why));
            case Action.Say(Template room, Template text) -> Stream.concat(Stream.ofNullable(room), Stream.of(text));
            case Action.Tell(Template to, Template text) -> Stream.of(to, text);
            case Action.Rename(Template nick) -> Stream.of(nick);
            case Action.SetTopic(Template room, Template text) ->
                Stream.concat(Stream.ofNullable(room), Stream.of(text));
            case Action.AskWho(Template room) -> Stream.of(room);
            case Action.Disconnect(Template why) -> Stream.ofNullable(why);
            case Action.Drop(), Action.Send(String _) -> Stream.empty();
        };
    }
}
