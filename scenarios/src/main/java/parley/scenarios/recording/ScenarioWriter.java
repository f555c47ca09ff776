package parley.scenarios.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import parley.protocol.recording.Entry;
import parley.protocol.recording.Marks;
import parley.protocol.recording.RecordingReader;
import parley.protocol.recording.Side;

/**
 * Writes a recording as a scenario: what clients did as steps, what they learnt as what they must see. What varies from
 * run to run is left out, and a cursor that somebody asks with is captured where it came. It reads the recording several
 * times, an entry at a time.
 */
public final class ScenarioWriter {

    private static final String INDENT = "    ";
    /** Words that begin steps of other kinds. */
    private static final Set<String> RESERVED =
            Set.of("server", "network", "everyone", "include", "set", "together", "repeat", "optionally", "in");

    private final Path file;
    private final Consumer<String> lines;
    private final Cast cast;
    private final Map<String, Part> parts = new HashMap<>();
    private final Map<String, String> actors = new LinkedHashMap<>();
    /** Who is connected. */
    private final Set<String> taken = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, String> captured = new HashMap<>();
    private Outcomes outcomes = new Outcomes();

    /** How the lines of one connection become steps. */
    interface Part {
        /** The steps that a line is; none if it says nothing that is not clear without it. */
        List<String> steps(Side from, String text);

        /** The steps that an end of the connection is. */
        List<String> end(Side by);
    }

    private ScenarioWriter(Path file, Consumer<String> lines) throws IOException {
        this.file = file;
        this.lines = lines;
        this.cast = Cast.of(file);
    }

    /**
     * Writes a scenario.
     *
     * @param lines takes it, line by line
     * @throws IOException if the recording cannot be read
     */
    public static void write(Path recording, Consumer<String> lines) throws IOException {
        new ScenarioWriter(recording, lines).write();
    }

    private void write() throws IOException {
        try (RecordingReader reader = RecordingReader.open(file)) {
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                if (entry instanceof Entry.Line line && line.from() == Side.CLIENT) {
                    asked.addAll(JsonPart.cursorsAskedWith(line.text()));
                }
            }
        }
        outcomes = Outcomes.of(file, asked);
        try (RecordingReader reader = RecordingReader.open(file)) {
            lines.accept("# Recorded by " + reader.header().program() + " at " + reader.header().at());
            if (!reader.header().server().isEmpty()) {
                lines.accept("server");
                StepText.secrets(reader.header().server(), Marks.secrets(reader.header().secrets())).lines()
                        .forEach(line -> lines.accept(line.isBlank() ? "" : INDENT + line));
                lines.accept("");
            }
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                write(entry);
            }
        }
    }

    private void write(Entry entry) {
        Part part = parts.computeIfAbsent(entry.who(), this::part);
        List<String> steps = switch (entry) {
            case Entry.Opened it -> List.of();
            case Entry.Closed it -> part.end(it.by());
            case Entry.Line it -> part.steps(it.from(), StepText.secrets(it.text(), it.marks()));
            case Entry.Bytes it -> List.of("# " + actor(it.who()) + (it.from() == Side.CLIENT ? " sent " : " received ")
                    + it.bytes().length() + " bytes that are no line, which no step can say");
        };
        steps.forEach(lines);
        if (entry instanceof Entry.Closed) {
            taken.remove(actor(entry.who()));
        }
    }

    private Part part(String who) {
        return cast.irc().contains(who) ? new IrcPart(actor(who)) : new JsonPart(actor(who), who, outcomes, captured);
    }

    /** A word that a scenario can have for a client; one who comes back is the same one. */
    private String actor(String who) {
        return actors.computeIfAbsent(who, key -> {
            String word = cast.firstNick(key).replaceAll("[^\\p{L}\\p{N}_-]", "_");
            String free = RESERVED.contains(word) ? word + "_" : word;
            String actor = taken.contains(free) ? free + "_" + key : free;
            taken.add(actor);
            return actor;
        });
    }
}
