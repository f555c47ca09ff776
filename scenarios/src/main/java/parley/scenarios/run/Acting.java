package parley.scenarios.run;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.scenarios.language.Action;
import parley.scenarios.language.Template;

/** Does what clients do. */
record Acting(Server server, Cast cast) {

    private static final Pattern CAPTURE = Pattern.compile("\\{(\\w+)}");

    /** Has the client do something; returns the refusal if the server would not. */
    Optional<Event.Refused> act(String client, Action action) throws StepFailed, InterruptedException {
        Actor actor = action instanceof Action.Connect ? cast.enter(client) : cast.get(client);
        return answer(actor, action) instanceof Event.Refused refused ? Optional.of(refused) : Optional.empty();
    }

    private Event.@Nullable Answer answer(Actor actor, Action action) throws StepFailed, InterruptedException {
        return switch (action) {
            case Action.Connect(Template nick) ->
                actor.connect(server.address(), nick == null ? actor.name() : fill(nick));
            case Action.Join(Template room) -> actor.ask(new Command.Join(fill(room)));
            case Action.Leave(Template room, Template why) ->
                actor.ask(new Command.Leave(fill(room), fillOrNull(why)));
            case Action.Say(Template room, Template text) ->
                actor.ask(new Command.Say(room(room, actor), fill(text)));
            case Action.Tell(Template to, Template text) -> actor.ask(new Command.Tell(fill(to), fill(text)));
            case Action.Rename(Template nick) -> actor.ask(new Command.Rename(fill(nick)));
            case Action.SetTopic(Template room, Template text) ->
                actor.ask(new Command.SetTopic(room(room, actor), fill(text)));
            case Action.AskWho(Template room) -> actor.ask(new Command.Who(fill(room)));
            case Action.Disconnect(Template why) -> actor.quit(fillOrNull(why));
            case Action.Drop() -> {
                actor.drop();
                yield null;
            }
            case Action.Send(String line) -> {
                actor.send(CAPTURE.matcher(line).replaceAll(found -> captured(found, cast.captures())));
                yield null;
            }
        };
    }

    private String room(@Nullable Template room, Actor actor) throws StepFailed {
        return room == null ? actor.room() : fill(room);
    }

    private @Nullable String fillOrNull(@Nullable Template template) throws StepFailed {
        return template == null ? null : fill(template);
    }

    private String fill(Template template) throws StepFailed {
        for (String name : template.names()) {
            if (!cast.captures().containsKey(name)) {
                throw new StepFailed("nothing has been captured as {" + name + "} before this");
            }
        }
        return template.fill(cast.captures());
    }

    private static String captured(MatchResult found, Map<String, String> captures) {
        return Matcher.quoteReplacement(captures.getOrDefault(found.group(1), found.group()));
    }
}
