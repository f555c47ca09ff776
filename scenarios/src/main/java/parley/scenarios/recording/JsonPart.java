package parley.scenarios.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Password;
import parley.protocol.Request;
import parley.protocol.json.JsonLines;
import parley.protocol.json.ReadRequest;
import parley.protocol.recording.Side;
import parley.protocol.text.TimeSpan;
import parley.scenarios.language.Kind;
import parley.scenarios.language.Whom;
import parley.scenarios.run.Seen;

/** One connection of JSON lines as steps. */
final class JsonPart implements ScenarioWriter.Part {

    /** One that is a number is the client's own that plays the scenario. */
    private static final String REF = "ref";

    private final String actor;
    private final String who;
    private final Outcomes outcomes;
    private final Map<String, String> captured;
    private String nick;
    private boolean connected;
    private boolean left;

    /** One of which nothing else is known. */
    JsonPart(String actor) {
        this(actor, "", new Outcomes(), new HashMap<>());
    }

    /**
     * @param who the connection
     * @param outcomes what came of what was asked
     * @param captured the names of cursors that are captured, which all parts of a recording share
     */
    JsonPart(String actor, String who, Outcomes outcomes, Map<String, String> captured) {
        this.actor = actor;
        this.who = who;
        this.outcomes = outcomes;
        this.captured = captured;
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
        return from == Side.CLIENT ? does(text) : known(sees(text));
    }

    /** One to whom the server speaks before it has said anything is there all the same. */
    private List<String> known(List<String> seen) {
        if (connected || seen.isEmpty()) {
            return seen;
        }
        connected = true;
        return Stream.concat(Stream.of(actor + " connects without hello"), seen.stream()).toList();
    }

    private List<String> does(String text) {
        if (!(JsonLines.readRequest(text) instanceof ReadRequest.Understood(var request))) {
            return act("sends " + text);
        }
        List<String> steps = new ArrayList<>(request.command() instanceof Command.Hello hello && !connected
                ? connects(hello)
                : does(request, text));
        outcomes.of(who, request.ref()).ifPresent(answer -> steps.add(actor + " sees " + outcome(answer)));
        return steps;
    }

    private List<String> connects(Command.Hello hello) {
        nick = hello.nick();
        connected = true;
        return List.of(actor + (hello.resume().isEmpty()
                ? " connects" + (hello.echo() ? " with echo" : "")
                        + (hello.nick().equals(actor) ? "" : " as " + word(hello.nick()))
                        + StepText.after("with password", secret(hello.password()))
                : " resumes"));
    }

    private List<String> does(Request request, String text) {
        if (request.command() instanceof Command.Ping) {
            return List.of(); // a sign of life, which a client gives by itself
        }
        left |= request.command() instanceof Command.Quit;
        // A step that is refused has to be followed by a look at the refusal; a line as it stands has not.
        boolean unclear = request.ref() == null && outcomes.isRefusedOutright(who);
        String step = unclear ? null : step(request.command());
        return act(step == null ? "sends " + JsonMessage.without(text, REF) : step);
    }

    private String outcome(Event.Answer answer) {
        if (answer instanceof Event.Done done && done.cursor() != null) {
            String name = captured.computeIfAbsent(done.cursor().value(),
                    key -> actor.replaceAll("[^A-Za-z0-9_]", "_") + "_cursor" + (captured.size() + 1));
            return (done.more() ? "more" : "done") + " in " + done.room() + " at {" + name + "}";
        }
        return "refusal " + (answer instanceof Event.Refused refused ? refused.why().wireName() : "*");
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
            case Command.Join c -> "joins " + word(c.room()) + StepText.after("with key", secret(c.key()));
            case Command.Leave c -> "leaves " + word(c.room()) + StepText.after("because", c.why());
            case Command.Say c when c.notice() -> null; // the language has no word for it
            case Command.Tell c when c.notice() -> null;
            case Command.TellRole c when c.notice() -> null;
            case Command.Say c -> "says in " + word(c.room()) + " " + StepText.text(c.text());
            case Command.Tell c -> "says to " + word(c.to()) + " " + StepText.text(c.text());
            case Command.TellRole c ->
                "tells " + c.role().all() + " in " + word(c.room()) + " " + StepText.text(c.text());
            case Command.Rename c -> "renames to " + word(c.nick());
            case Command.SetTopic c -> "sets topic in " + word(c.room()) + " to " + StepText.text(c.text());
            case Command.Who c -> "asks who is in " + word(c.room());
            case Command.WhoIs c -> "asks who " + word(c.nick()) + " is";
            case Command.Rooms c -> "asks for rooms";
            case Command.Recall c -> history(c);
            case Command.Search c -> "asks for history of " + word(c.room()) + " at most " + c.limit() + " with "
                    + StepText.text(c.text());
            case Command.Invite c -> "invites " + word(c.nick()) + " to " + word(c.room());
            case Command.Kick c when c.room() != null ->
                "kicks " + word(c.nick()) + " from " + word(c.room()) + StepText.after("because", c.why());
            case Command.Restrict c when c.room() != null -> c.kind().wireName() + "s " + Whom.text(c.target()) + " in "
                    + word(c.room()) + (c.length() == null ? "" : " for " + TimeSpan.write(c.length()))
                    + StepText.after("because", c.why());
            case Command.Lift c when c.room() != null ->
                "un" + c.kind().wireName() + "s " + Whom.text(c.target()) + " in " + word(c.room());
            case Command.SetRole c ->
                "gives " + word(c.nick()) + " the role " + c.role().wireName() + " in " + word(c.room());
            case Command.Sync c -> "syncs";
            case Command.Status c -> "asks for status";
            case Command.Quit c -> "disconnects" + StepText.after("because", c.why());
            default -> null;
        };
    }

    private static String word(@Nullable String value) {
        return StepText.word(String.valueOf(value));
    }

    private @Nullable String history(Command.Recall recall) {
        Cursor cursor = recall.after() == null ? recall.before() : recall.after();
        String step = "asks for history of " + word(recall.room());
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
        return read.filter(delivery -> outcomes.of(who, delivery.re()).isEmpty())
                .map(delivery -> sees(delivery.event())).orElse(List.of());
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
            boolean isWhom = i == 1 && value != null && (value.startsWith("account ") || value.startsWith("address "));
            values.set(i, value == null ? null : isWhom ? '"' + value + '"' : StepText.pattern(value));
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
