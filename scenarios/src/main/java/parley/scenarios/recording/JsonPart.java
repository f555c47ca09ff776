package parley.scenarios.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Password;
import parley.protocol.json.JsonLines;
import parley.protocol.json.ReadRequest;
import parley.protocol.recording.Side;
import parley.protocol.text.TimeSpan;
import parley.scenarios.language.Kind;
import parley.scenarios.language.Whom;
import parley.scenarios.run.Seen;

/** One connection of JSON lines as steps. */
final class JsonPart implements ScenarioWriter.Part {

    private final String actor;
    private final Set<String> asked;
    private final Map<String, String> captured;
    private String nick;
    private boolean connected;
    private boolean left;

    /** @param asked the cursors that somebody asks with */
    JsonPart(String actor, Set<String> asked) {
        this.actor = actor;
        this.asked = asked;
        this.captured = new HashMap<>();
        this.nick = actor;
    }

    static List<String> cursorsAskedWith(String line) {
        return JsonLines.readRequest(line) instanceof ReadRequest.Understood(var request)
                && request.command() instanceof Command.Recall recall
                        ? Stream.of(recall.after(), recall.before()).flatMap(Stream::ofNullable).map(Cursor::value)
                                .toList()
                        : List.of();
    }

    @Override
    public List<String> steps(Side from, String text) {
        return from == Side.CLIENT ? does(text) : sees(text);
    }

    private List<String> does(String text) {
        if (!(JsonLines.readRequest(text) instanceof ReadRequest.Understood(var request))) {
            return act("sends " + text);
        }
        if (request.command() instanceof Command.Hello hello && !connected) {
            nick = hello.nick();
            connected = true;
            return List.of(actor + " connects" + (hello.echo() ? " with echo" : "")
                    + (hello.nick().equals(actor) ? "" : " as " + hello.nick())
                    + StepText.after("with password", secret(hello.password())));
        }
        if (request.command() instanceof Command.Ping) {
            return List.of(); // a sign of life, which a client gives by itself
        }
        left |= request.command() instanceof Command.Quit;
        String step = step(request.command());
        return act(step == null ? "sends " + text : step);
    }

    private List<String> act(String step) {
        if (connected) {
            return List.of(actor + " " + step);
        }
        connected = true;
        return List.of(actor + " connects without hello", actor + " " + step);
    }

    private @Nullable String step(Command command) {
        return switch (command) {
            case Command.Join c -> "joins " + c.room() + StepText.after("with key", secret(c.key()));
            case Command.Leave c -> "leaves " + c.room() + StepText.after("because", c.why());
            case Command.Say c -> "says in " + c.room() + " " + StepText.text(c.text());
            case Command.Tell c -> "says to " + c.to() + " " + StepText.text(c.text());
            case Command.TellRole c ->
                "tells " + c.role().all() + " in " + c.room() + " " + StepText.text(c.text());
            case Command.Rename c -> "renames to " + c.nick();
            case Command.SetTopic c -> "sets topic in " + c.room() + " to " + StepText.text(c.text());
            case Command.Who c -> "asks who is in " + c.room();
            case Command.WhoIs c -> "asks who " + c.nick() + " is";
            case Command.Rooms c -> "asks for rooms";
            case Command.Recall c -> history(c);
            case Command.Search c -> "asks for history of " + c.room() + " at most " + c.limit() + " with "
                    + StepText.text(c.text());
            case Command.Invite c -> "invites " + c.nick() + " to " + c.room();
            case Command.Kick c when c.room() != null ->
                "kicks " + c.nick() + " from " + c.room() + StepText.after("because", c.why());
            case Command.Restrict c when c.room() != null -> c.kind().wireName() + "s " + Whom.text(c.target()) + " in "
                    + c.room() + (c.length() == null ? "" : " for " + TimeSpan.write(c.length()))
                    + StepText.after("because", c.why());
            case Command.Lift c when c.room() != null ->
                "un" + c.kind().wireName() + "s " + Whom.text(c.target()) + " in " + c.room();
            case Command.SetRole c -> "gives " + c.nick() + " the role " + c.role().wireName() + " in " + c.room();
            case Command.Sync c -> "syncs";
            case Command.Status c -> "asks for status";
            case Command.Quit c -> "disconnects" + StepText.after("because", c.why());
            default -> null;
        };
    }

    private @Nullable String history(Command.Recall recall) {
        Cursor cursor = recall.after() == null ? recall.before() : recall.after();
        String step = "asks for history of " + recall.room();
        if (cursor != null) {
            String name = captured.get(cursor.value());
            if (name == null) {
                return null;
            }
            step += (recall.after() == null ? " before {" : " after {") + name + "}";
        }
        return step + " at most " + recall.limit();
    }

    private static @Nullable String secret(@Nullable Password password) {
        return password == null ? null : password.text();
    }

    private List<String> sees(String text) {
        Optional<Delivery> read;
        try {
            read = JsonLines.readDelivery(text);
        } catch (NotOfThisDialect e) {
            return List.of(actor + " sees line " + StepText.pattern(text));
        }
        return read.map(delivery -> sees(delivery.event())).orElse(List.of());
    }

    private List<String> sees(Event event) {
        switch (event) {
            case Event.Welcomed welcomed -> nick = welcomed.nick();
            case Event.Renamed renamed when renamed.from().equals(nick) -> nick = renamed.to();
            default -> {
                // The nick is what it was.
            }
        }
        return switch (event) {
            case Event.Done done when done.cursor() != null && asked.contains(done.cursor().value()) -> {
                String name = captured.computeIfAbsent(done.cursor().value(),
                        key -> actor.replaceAll("[^A-Za-z0-9_]", "_") + "_cursor" + (captured.size() + 1));
                yield List.of(actor + " sees " + (done.more() ? "more" : "done") + " in " + done.room() + " at {" + name
                        + "}");
            }
            case Event.Done done -> List.of();
            case Event.Pong pong -> List.of();
            case Event.Ping ping -> List.of();
            case Event.Status status -> List.of();
            case Event.Bye bye when left -> List.of();
            case Event.Person person -> List.of(actor + " sees person " + person.nick());
            case Event.Restrictions restrictions -> List.of();
            case Event.Welcomed welcomed when welcomed.motd().isEmpty() -> List.of();
            default -> Seen.of(event, nick).map(this::phrase).map(List::of).orElse(List.of());
        };
    }

    private String phrase(Seen seen) {
        List<@Nullable String> values = new ArrayList<>();
        for (String value : seen.values()) {
            boolean why = seen.kind() == Kind.REFUSAL && !values.isEmpty();
            values.add(value.isEmpty() || why ? null : value);
        }
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            values.set(i, value == null ? null : StepText.pattern(value));
        }
        return actor + " sees " + seen.kind().phrase(values).text();
    }

    @Override
    public List<String> end(Side by) {
        boolean drops = by == Side.CLIENT && connected && !left;
        left |= by == Side.SERVER || drops;
        return drops ? List.of(actor + " drops") : List.of();
    }
}
