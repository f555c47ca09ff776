package parley.scenarios.run;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Password;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.WireName;
import parley.protocol.text.TimeSpan;
import parley.scenarios.language.Action;
import parley.scenarios.language.Scope;
import parley.scenarios.language.Template;
import parley.scenarios.language.Whom;

/** Does what clients do. */
record Acting(Connecting connecting, Cast cast) {

    private static final Pattern CAPTURE = Pattern.compile("\\{([\\w.]+)}");

    /** Has the client do something; returns the refusal if the server would not. */
    Optional<Event.Refused> act(String client, Action action) throws StepFailed, InterruptedException {
        Actor actor = action instanceof Action.Connect || action instanceof Action.Open
                ? cast.enter(client)
                : cast.get(client);
        return answer(actor, action) instanceof Event.Refused refused ? Optional.of(refused) : Optional.empty();
    }

    private Event.@Nullable Answer answer(Actor actor, Action action) throws StepFailed, InterruptedException {
        return switch (action) {
            case Action.Connect(Template nick, Action.Way way, boolean echo, Template password) ->
                seated(actor, way, actor.connect(way(actor, way), nick == null ? actor.name() : fill(nick), echo,
                        secret(password)));
            case Action.Open(Action.Way way) -> {
                actor.open(way(actor, way));
                yield null;
            }
            case Action.Join(Template room, Template key) -> actor.ask(new Command.Join(fill(room), secret(key)));
            case Action.Leave(Template room, Template why) ->
                actor.ask(new Command.Leave(fill(room), fillOrNull(why)));
            case Action.Say(Template room, Template text) ->
                actor.ask(new Command.Say(room(room, actor), fill(text)));
            case Action.Tell(Template to, Template text) -> actor.ask(new Command.Tell(fill(to), fill(text)));
            case Action.TellRole(Role role, Template room, Template text) ->
                actor.ask(new Command.TellRole(room(room, actor), role, fill(text)));
            case Action.Rename(Template nick) -> actor.ask(new Command.Rename(fill(nick)));
            case Action.SetTopic(Template room, Template text) ->
                actor.ask(new Command.SetTopic(room(room, actor), fill(text)));
            case Action.Invite(Template nick, Template room) ->
                actor.ask(new Command.Invite(room(room, actor), fill(nick)));
            case Action.Kick(Template nick, Template room, Template why) ->
                actor.ask(new Command.Kick(place(room, actor), fill(nick), fillOrNull(why)));
            case Action.Restrict(Restriction kind, Whom whom, Template name, Template room, Template length, Template why) ->
                actor.ask(new Command.Restrict(kind, place(room, actor), whom.target(fill(name)), span(length),
                        fillOrNull(why)));
            case Action.Lift(Restriction kind, Whom whom, Template name, Template room) ->
                actor.ask(new Command.Lift(kind, place(room, actor), whom.target(fill(name))));
            case Action.SetRole(Template nick, Template role, Template room) ->
                actor.ask(new Command.SetRole(room(room, actor), fill(nick), role(role)));
            case Action.Change(Template room, RoomChange change) ->
                actor.ask(new Command.SetRoom(fill(room), change));
            case Action.SetKey(Template room, Template key) -> actor.ask(new Command.SetRoom(fill(room),
                    new RoomChange(null, null, null, null, null, new Password(fill(key)))));
            case Action.AskWho(Template room) -> actor.ask(new Command.Who(fill(room)));
            case Action.AskWhoIs(Template nick) -> actor.ask(new Command.WhoIs(fill(nick)));
            case Action.AskRooms() -> actor.ask(new Command.Rooms());
            case Action.AskHistory history -> actor.ask(question(history, actor));
            case Action.AskRestrictions(Template room) ->
                actor.ask(new Command.Restrictions(place(room, actor)));
            case Action.AskStatus() -> actor.ask(new Command.Status());
            case Action.Ping() -> actor.ask(new Command.Ping());
            case Action.Sync() -> actor.ask(new Command.Sync());
            case Action.Stall() -> {
                actor.stall();
                yield null;
            }
            case Action.Resume() -> actor.resume();
            case Action.Disconnect(Template why) -> actor.quit(fillOrNull(why));
            case Action.Drop() -> {
                actor.drop();
                yield null;
            }
            case Action.Send send -> {
                actor.send(filled(send, cast.captures()));
                yield null;
            }
        };
    }

    /** Everyone starts in the lobby; where the server seats nobody, by joining it. */
    private Event.Answer seated(Actor actor, Action.Way way, Event.Answer answer)
            throws StepFailed, InterruptedException {
        return answer instanceof Event.Welcomed welcomed && welcomed.rooms().isEmpty()
                && connecting.seatsNobody(way.dialect())
                        ? actor.ask(new Command.Join(Self.LOBBY, null))
                        : answer;
    }

    private Actor.Way way(Actor actor, Action.Way way) throws StepFailed {
        return connecting.way(actor.name(), way.dialect(), fillOrNull(way.address()));
    }

    private Command question(Action.AskHistory history, Actor actor) throws StepFailed {
        String room = room(history.room(), actor);
        int limit = history.limit() == 0 ? Command.Recall.DEFAULT_LIMIT : history.limit();
        return history.words() == null
                ? new Command.Recall(room, cursor(history.after()), cursor(history.before()), limit)
                : new Command.Search(room, fill(history.words()), limit);
    }

    private @Nullable Cursor cursor(@Nullable Template template) throws StepFailed {
        return template == null ? null : new Cursor(fill(template));
    }

    /** The room that is meant; null for the whole server. */
    private @Nullable String place(@Nullable Template place, Actor actor) throws StepFailed {
        return Scope.SERVER.equals(fillOrNull(place)) ? null : room(place, actor);
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

    String fill(Template template) throws StepFailed {
        for (String name : template.names()) {
            if (!cast.captures().containsKey(name)) {
                throw new StepFailed("nothing has been captured as {" + name + "} before this");
            }
        }
        return template.fill(cast.captures());
    }

    /** A line as it is sent. */
    static String filled(Action.Send send, Map<String, String> captures) {
        return CAPTURE.matcher(send.line()).replaceAll(found -> captured(found, captures));
    }

    private static String captured(MatchResult found, Map<String, String> captures) {
        return Matcher.quoteReplacement(captures.getOrDefault(found.group(1), found.group()));
    }
}
