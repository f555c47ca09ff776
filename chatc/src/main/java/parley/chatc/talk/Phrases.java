package parley.chatc.talk;

import static parley.chatc.talk.Look.Tone.ALERT;
import static parley.chatc.talk.Look.Tone.PLAIN;
import static parley.chatc.talk.Look.Tone.QUIET;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.chatc.talk.Row.Span;
import parley.chatc.text.SafeText;

/** Puts into rows what a conversation has to show. Every text that is not chatc's own is made safe here. */
final class Phrases {

    /** As wide as a time and its space. */
    private static final String INDENT = " ".repeat(6);

    private final ZoneId zone;
    private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private final DateTimeFormatter day = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    Phrases(ZoneId zone) {
        this.zone = zone;
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Another day begins. */
    Row newDay(LocalDate date) {
        return Row.of(QUIET, "— " + day.format(date) + " —");
    }

    /** Somebody's words; {@code where} stands before the nick, for what is not of the room people look at. */
    List<Row> words(Instant at, String where, String nick, String text) {
        return words(at, where, nick, "", text);
    }

    /** Words between two people. */
    List<Row> told(Instant at, String from, String to, String text) {
        return words(at, "", from, " → " + to, text);
    }

    private List<Row> words(Instant at, String where, String nick, String to, String text) {
        List<String> lines = SafeText.lines(text);
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(stamp(at), new Span(QUIET, where.isEmpty() ? "" : SafeText.line(where) + " "),
                new Span(NickColours.of(nick), SafeText.line(nick)),
                new Span(PLAIN, SafeText.line(to) + ": " + lines.getFirst())));
        lines.stream().skip(1).map(line -> Row.of(PLAIN, INDENT + line)).forEach(rows::add);
        return rows;
    }

    /** What happens beside the talking. */
    Row quiet(Instant at, String sentence) {
        return Row.of(stamp(at), new Span(QUIET, SafeText.line(sentence)));
    }

    /** What has no time. */
    Row note(String sentence) {
        return Row.of(QUIET, SafeText.line(sentence));
    }

    /** What somebody asked to be told. */
    Row answer(String line) {
        return Row.of(PLAIN, SafeText.lines(line).getFirst());
    }

    /** What has gone wrong. */
    Row alert(String sentence) {
        return Row.of(ALERT, SafeText.line(sentence));
    }

    private Span stamp(Instant at) {
        return new Span(QUIET, time.format(at.atZone(zone)) + " ");
    }
}
