package parley.chatc.talk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import parley.chatc.text.SafeText;
import parley.protocol.Event;

/** What is on the screen, and how it gets there. Runs on the thread of the turns; only {@link #known} on any. */
final class Stage {

    private final Screen screen;
    private final Phrases phrases;
    private final InstantSource clock;
    private final Whereabouts whereabouts;
    private LocalDate shownDay;
    private boolean connected = true;
    private volatile Known known = Known.NOTHING;

    Stage(Screen screen, Phrases phrases, InstantSource clock, Whereabouts whereabouts) {
        this.screen = screen;
        this.phrases = phrases;
        this.clock = clock;
        this.whereabouts = whereabouts;
        this.shownDay = phrases.day(clock.instant());
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    /** The names that can be completed, as they were after the last turn that changed them. */
    Known known() {
        return known;
    }

    boolean isConnected() {
        return connected;
    }

    void setConnected(boolean now) {
        connected = now;
        refresh();
    }

    /** Shows what a change of seats, rooms or nicks means for the prompt and for completion. */
    void refresh() {
        known = whereabouts.known();
        screen.prompt(whereabouts.current().map(seat -> SafeText.line(seat.room())).orElse("(no room)")
                + (connected ? "> " : " (not connected)> "));
    }

    void said(Event.Said said) {
        String where = whereabouts.isCurrent(said.room()) ? "" : said.room();
        show(said.at(), phrases.words(said.at(), where, said.from(), said.text()));
    }

    void told(Instant at, String from, String to, String text) {
        show(at, phrases.told(at, from, to, text));
    }

    /** Something happened just now. */
    void quiet(String sentence) {
        Instant now = clock.instant();
        show(now, List.of(phrases.quiet(now, sentence)));
    }

    void note(String sentence) {
        screen.show(List.of(phrases.note(sentence)));
    }

    void answer(List<String> lines) {
        screen.show(lines.stream().map(phrases::answer).toList());
    }

    void alert(String sentence) {
        screen.show(List.of(phrases.alert(sentence)));
    }

    Instant now() {
        return clock.instant();
    }

    private void show(Instant at, List<Row> rows) {
        LocalDate day = phrases.day(at);
        if (!day.equals(shownDay)) {
            shownDay = day;
            screen.show(List.of(phrases.newDay(day)));
        }
        screen.show(rows);
    }
}
