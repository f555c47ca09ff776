package parley.scenarios.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Restriction;
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
            case Action.Connect(Template nick, Template password) -> given(nick, password);
            case Action.Join(Template room, Template key) -> given(room, key);
            case Action.Leave(Template room, Template why) -> given(room, why);
            case Action.Say(Template room, Template text) -> given(room, text);
            case Action.Tell(Template to, Template text) -> given(to, text);
            case Action.Rename(Template nick) -> given(nick);
            case Action.SetTopic(Template room, Template text) -> given(room, text);
            case Action.Invite(Template nick, Template room) -> given(nick, room);
            case Action.Kick(Template nick, Template room, Template why) -> given(nick, room, why);
            case Action.Restrict(Restriction _, Whom _, Template name, Template room, Template length, Template why) ->
                given(name, room, length, why);
            case Action.Lift(Restriction _, Whom _, Template name, Template room) -> given(name, room);
            case Action.SetRole(Template nick, Template role, Template room) -> given(nick, role, room);
            case Action.AskWho(Template room) -> given(room);
            case Action.Disconnect(Template why) -> given(why);
            case Action.Drop(), Action.Send(String _) -> given();
        };
    }

    private static Stream<Template> given(@Nullable Template... templates) {
        return Arrays.stream(templates).flatMap(Stream::ofNullable);
    }
}
