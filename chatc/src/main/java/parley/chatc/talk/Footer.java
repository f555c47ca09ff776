package parley.chatc.talk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import parley.chatc.talk.Row.Span;

/** What stands at the foot of the screen: how it stands with the server, and what happens in which room. */
record Footer(List<Part> parts) {

    private static final String GAP = "  ";

    Footer {
        parts = List.copyOf(parts);
    }

    /**
     * A piece of it.
     *
     * @param weight what is lighter is left out first where there is no room for all
     */
    record Part(Span span, int weight) {
    }

    /**
     * As much of it as fits.
     *
     * @param columns how wide the screen is
     * @param width how wide a text is on that screen
     */
    Row fit(int columns, ToIntFunction<String> width) {
        List<Part> left = new ArrayList<>(parts);
        while (left.size() > 1 && width.applyAsInt(row(left).text()) > columns) {
            // Of those that are equally light, the last.
            left.remove(left.reversed().stream().min(Comparator.comparingInt(Part::weight)).orElseThrow());
        }
        return row(left);
    }

    private static Row row(List<Part> parts) {
        List<Span> spans = new ArrayList<>();
        for (Part part : parts) {
            if (!spans.isEmpty()) {
                spans.add(new Span(Look.Tone.QUIET, GAP));
            }
            spans.add(part.span());
        }
        return new Row(spans);
    }
}
