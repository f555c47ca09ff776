package parley.chatc.talk;

import java.util.List;
import java.util.stream.Collectors;

/** One line of the screen, in pieces. What is in it is safe to be shown. */
record Row(List<Span> spans) {

    Row {
        spans = List.copyOf(spans);
    }

    /** A piece of a row. */
    record Span(Look look, String text) {
    }

    static Row of(Span... spans) {
        return new Row(List.of(spans));
    }

    static Row of(Look look, String text) {
        return of(new Span(look, text));
    }

    /** The row without its looks. */
    String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
