package parley.scenarios.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import parley.protocol.Event;
import parley.scenarios.language.Shown;
import parley.scenarios.language.Written;

/** Gathers what clients have received, for a report on a failure. */
final class Witnesses {

    private static final int MOST = 20;
    private static final int MOST_OF_OTHERS = 5;

    private final boolean raw;

    /** @param raw whether to show lines as they stood on the wire */
    Witnesses(boolean raw) {
        this.raw = raw;
    }

    List<Failure.Witness> of(Actor first, List<Actor> all) {
        List<Failure.Witness> witnesses = new ArrayList<>();
        List<Entry> unseen = first.transcript().entries().stream().filter(entry -> !entry.matched()).toList();
        witnesses.add(witness(first.name() + " received, and no step has seen", texts(first, unseen), MOST));
        for (Actor other : all) {
            if (!other.equals(first)) {
                witnesses.add(witness(other.name() + " received last", texts(other, other.transcript().entries()),
                        MOST_OF_OTHERS));
            }
        }
        return witnesses;
    }

    private static Failure.Witness witness(String heading, List<String> texts, int most) {
        int left = texts.size() - most;
        return new Failure.Witness(heading, left <= 0
                ? texts
                : Stream.concat(Stream.of("… and " + left + " before"), texts.subList(left, texts.size()).stream())
                        .toList());
    }

    private List<String> texts(Actor actor, List<Entry> entries) {
        return entries.stream().filter(entry -> raw || !dull(entry)).map(entry -> text(entry, actor.nick()))
                .toList();
    }

    /** Whether it says only that something was done, or that somebody is alive, which is no news. */
    private static boolean dull(Entry entry) {
        boolean silent = entry.event() == null && !entry.counts();
        return silent || entry.event() instanceof Event.Done || entry.event() instanceof Event.Pong
                || entry.event() instanceof Event.Ping;
    }

    private String text(Entry entry, String nick) {
        String text = raw ? Shown.plain(entry.line()) : Seen.text(entry, nick);
        return text + entry.passedBy().map(step -> "   (before what " + where(step) + " saw)").orElse("");
    }

    static String where(Written step) {
        return step.source().isEmpty() ? "\"" + step.text().strip() + "\"" : "line " + step.line();
    }
}
