package parley.chatc.talk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import parley.chatc.text.SafeText;
import parley.protocol.Event;

/** What is on the screen, and how it gets there. Runs on the thread of the turns; only {@link #known} on any. */
final class Stage {

    /** What is on a screen besides what was said: the room's name, the line that is typed, the footer. */
    private static final int OTHER_ROWS = 3;

    private final Screen screen;
    private final Phrases phrases;
    private final InstantSource clock;
    private final Whereabouts whereabouts;
    private LocalDate shownDay;
    private boolean bell;
    private String trouble = "";
    private String question = "";
    private volatile Known known = Known.NOTHING;

    Stage(Screen screen, Phrases phrases, InstantSource clock, Whereabouts whereabouts, boolean bell) {
        this.screen = screen;
        this.phrases = phrases;
        this.clock = clock;
        this.whereabouts = whereabouts;
        this.shownDay = phrases.day(clock.instant());
        this.bell = bell;
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    Phrases phrases() {
        return phrases;
    }

    /** The names that can be completed, as they were after the last turn that changed them. */
    Known known() {
        return known;
    }

    boolean isConnected() {
        return trouble.isEmpty();
    }

    /** What is wrong with the connection; empty if nothing is. */
    void setTrouble(String sentence) {
        trouble = sentence;
        refresh();
    }

    /** Asks in place of the prompt; with an empty question, no more. */
    void setQuestion(String asked) {
        question = asked;
        refresh();
    }

    void setBell(boolean on) {
        bell = on;
    }

    boolean hasBell() {
        return bell;
    }

    /** Shows what a change of seats, rooms or nicks means for the prompt, for the footer and for completion. */
    void refresh() {
        known = whereabouts.known();
        screen.prompt(question.isEmpty()
                ? whereabouts.current().map(seat -> SafeText.line(seat.room())).orElse("(no room)")
                        + (isConnected() ? "> " : " (not connected)> ")
                : question);
        screen.footer(phrases.footer(whereabouts, trouble));
    }

    /** Turns to a room: what was shown there last is shown again. */
    void turnTo(Seat seat) {
        boolean other = !whereabouts.isCurrent(seat.room());
        whereabouts.turnTo(seat);
        seat.look();
        refresh();
        if (other && !seat.scrollback().isEmpty()) {
            note("— " + seat.room() + (seat.topic().isEmpty() ? "" : ": " + seat.topic()) + " —");
            seat.scrollback().last(screen.height() - OTHER_ROWS).forEach(entry -> view(entry.at(), entry.rows()));
        }
    }

    /** A seat is gone; who looked at that room looks at another. */
    void giveUp(String room, String sentence) {
        boolean current = whereabouts.isCurrent(room);
        whereabouts.giveUp(room);
        quiet(sentence);
        refresh();
        if (current) {
            whereabouts.beside(0).ifPresent(this::turnTo);
        }
    }

    /** Somebody said something, now or while this client was away, or before it came. */
    void said(Event.Said said) {
        Seat seat = whereabouts.take(said.room());
        boolean mention = !said.from().equals(whereabouts.nick()) && Mention.of(whereabouts.nick(), said.text());
        List<Row> rows = phrases.words(said.at(), "", said.from(), said.text(), mention);
        seat.scrollback().add(said.at(), rows);
        boolean news = !(said.past() && seat.isEntering());
        if (whereabouts.isCurrent(said.room())) {
            view(said.at(), rows);
        } else if (news) {
            elsewhere(seat, said, mention);
        }
        if (news && mention) {
            ring();
        }
    }

    private void elsewhere(Seat seat, Event.Said said, boolean mention) {
        if (screen.hasFooter()) {
            seat.count(mention);
            refresh();
        } else {
            view(said.at(), phrases.words(said.at(), said.room(), said.from(), said.text(), mention));
        }
    }

    /** Messages that somebody asked for. */
    void found(List<Event.Said> messages) {
        messages.forEach(said -> view(said.at(), phrases.words(said.at(), "", said.from(), said.text(), false)));
    }

    void told(Instant at, String from, String to, String text) {
        view(at, phrases.told(at, from, to, text));
        if (!from.equals(whereabouts.nick())) {
            ring();
        }
    }

    /** Something happened just now in a room. */
    void quiet(String room, String sentence) {
        Instant now = clock.instant();
        List<Row> rows = List.of(phrases.quiet(now, sentence));
        whereabouts.seat(room).ifPresent(seat -> seat.scrollback().add(now, rows));
        if (whereabouts.isCurrent(room) || !screen.hasFooter()) {
            view(now, rows);
        }
    }

    /** Something happened just now that concerns this client wherever it looks. */
    void quiet(String sentence) {
        Instant now = clock.instant();
        view(now, List.of(phrases.quiet(now, sentence)));
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

    void ring() {
        if (bell) {
            screen.ring();
        }
    }

    Instant now() {
        return clock.instant();
    }

    private void view(Instant at, List<Row> rows) {
        LocalDate day = phrases.day(at);
        if (!day.equals(shownDay)) {
            shownDay = day;
            screen.show(List.of(phrases.newDay(day)));
        }
        screen.show(rows);
    }
}
