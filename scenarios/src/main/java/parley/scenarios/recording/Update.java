package parley.scenarios.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import parley.protocol.recording.Entry;
import parley.protocol.recording.LineEnd;
import parley.protocol.recording.Marks;
import parley.protocol.recording.Redactor;
import parley.protocol.recording.Side;

/**
 * Brings a recording up to what the server says now. An expectation that failed is rewritten: it keeps its time, its
 * patterns, its note, and all that differs from run to run anyway; cursors and other marks stay those of the recording.
 */
final class Update {

    private final Path file;
    private final Comparer comparer;
    private final Map<String, String> secrets = new TreeMap<>();
    private final Map<Long, Finding.Differs> changed = new HashMap<>();
    private final Set<Long> removed = new LinkedHashSet<>();
    private final Map<Long, List<Finding.Surplus>> added = new HashMap<>();

    /** @param environment where the secrets are that have names in the recording */
    Update(Path file, Comparer comparer, Set<String> names, Map<String, String> environment) {
        this.file = file;
        this.comparer = comparer;
        names.stream().filter(environment::containsKey).forEach(name -> secrets.put(name, environment.get(name)));
    }

    /** Takes what came for what is right. */
    void take(Finding finding) {
        switch (finding) {
            case Finding.Differs it -> changed.put(it.expected().place(), it);
            case Finding.Missing it -> removed.add(it.expected().place());
            case Finding.Surplus it -> added.computeIfAbsent(it.after(), line -> new ArrayList<>()).add(it);
        }
    }

    /** Writes the recording anew. */
    void write() throws IOException {
        Redactor redactor = new Redactor(List.of());
        Rewriting.rewrite(file, file, redactor, (entry, line) -> {
            List<Entry> entries = new ArrayList<>();
            Finding.Differs differs = changed.get(line);
            if (differs != null) {
                entries.add(changed(entry, differs));
            } else if (!removed.contains(line)) {
                entries.add(entry);
            }
            for (Finding.Surplus surplus : added.getOrDefault(line, List.of())) {
                entries.add(added(surplus, entry.micros()));
            }
            return entries;
        });
    }

    private Entry changed(Entry entry, Finding.Differs differs) {
        Message expected = differs.expected().message();
        if (!(entry instanceof Entry.Line line)) {
            return entry;
        }
        String text = Message.rewrite(Side.SERVER, differs.got().text(), (name, field) -> {
            Field old = expected.fields().get(name);
            boolean keeps = field.nature() == Field.Nature.VARYING || line.marks().match().containsKey(name);
            return keeps && old != null ? old.value() : recorded(line.who(), field);
        });
        return line.withText(hidden(text), line.marks().withSecrets(used(text)));
    }

    private Entry added(Finding.Surplus surplus, long micros) {
        String who = surplus.seat().who();
        String text = Message.rewrite(Side.SERVER, surplus.got().text(), (name, field) -> recorded(who, field));
        return new Entry.Line(micros, who, Side.SERVER, hidden(text), LineEnd.usual(text), Marks.secrets(used(text)));
    }

    private String recorded(String who, Field field) {
        return field.nature() == Field.Nature.MARK ? comparer.recorded(who, field) : field.value();
    }

    private List<String> used(String text) {
        return secrets.entrySet().stream().filter(it -> text.contains(it.getValue())).map(Map.Entry::getKey).toList();
    }

    private String hidden(String text) {
        String hidden = text;
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            hidden = hidden.replace(secret.getValue(), "${" + secret.getKey() + "}");
        }
        return hidden;
    }
}
