package parley.scenarios.run;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Password;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.WireName;
import parley.protocol.text.TimeSpan;
import parley.scenarios.language.Action;
import parley.scenarios.language.Template;
import parley.scenarios.language.Whom;

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
            case Action.Connect(Template nick, Template password) ->
                actor.connect(server.address(), nick == null ? actor.name() : fill(nick), secret(password));
            case Action.Join(Template room, Template key) -> actor.ask(new Command.Join(fill(room), secret(key)));
            case Action.Leave(Template room, Template why) ->
                actor.ask(new Command.Leave(fill(room), fillOrNull(why)));
            case Action.Say(Template room, Template text) ->
                actor.ask(new Command.Say(room(room, actor), fill(text)));
            case Action.Tell(Template to, Template text) -> actor.ask(new Command.Tell(fill(to), fill(text)));
            case Action.Rename(Template nick) -> actor.ask(new Command.Rename(fill(nick)));
            case Action.SetTopic(Template room, Template text) ->
                actor.ask(new Command.SetTopic(room(room, actor), fill(text)));
            case Action.Invite(Template nick, Template room) ->
                actor.ask(new Command.Invite(room(room, actor), fill(nick)));
            case Action.Kick(Template nick, Template room, Template why) ->
                actor.ask(new Command.Kick(room(room, actor), fill(nick), fillOrNull(why)));
            case Action.Restrict(Restriction kind, Whom whom, Template name, Template room, Template length, Template why) ->
                actor.ask(new Command.Restrict(kind, room(room, actor), whom.target(fill(name)), span(length),
                        fillOrNull(why)));
            case Action.Lift(Restriction kind, Whom whom, Template name, Template room) ->
                actor.ask(new Command.Lift(kind, room(room, actor), whom.target(fill(name))));
            case Action.SetRole(Template nick, Template role, Template room) ->
                actor.ask(new Command.SetRole(room(room, actor), fill(nick), role(role)));
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

    private @Nullable Password secret(@Nullable Template template) throws StepFailed {
        return template == null ? null : new Password(fill(template));
    }

    private @Nullable Duration span(@Nullable Template template) throws StepFailed {
        String text = fillOrNull(template);
        return text == null ? null : TimeSpan.read(text).orElseThrow(() -> new StepFailed(text + " is no time"));
    }

    private Role role(Template template) throws StepFailed {
        String text = fill(template);
        return WireName.read(Role.class, text).orElseThrow(() -> new StepFailed(text + " is no role"));
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
