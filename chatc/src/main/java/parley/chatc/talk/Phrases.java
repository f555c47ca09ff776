package parley.chatc.talk;

import static parley.chatc.talk.Look.Tone.ALERT;
import static parley.chatc.talk.Look.Tone.CURRENT;
import static parley.chatc.talk.Look.Tone.MENTION;
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
import parley.protocol.Event;
import parley.protocol.Event.TopicSet;

/** Puts into rows what a conversation has to show. Every text that is not chatc's own is made safe here. */
final class Phrases {

    /** As wide as a time and its space. */
    private static final String INDENT = " ".repeat(6);

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", Locale.ENGLISH);

    private final ZoneId zone;
    private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private final DateTimeFormatter day = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    Phrases(ZoneId zone) {
        this.zone = zone;
    }

    /** Sentences about what operators do. */
    Moderated moderated() {
        return new Moderated(zone);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Another day begins. */
    Row newDay(LocalDate date) {
        return Row.of(QUIET, "— " + day.format(date) + " —");
    }

    /** A topic, and who set it when, as far as that is known. */
    String topic(TopicSet topic) {
        Instant at = topic.at();
        return "topic of " + topic.room() + (topic.from().isEmpty() ? "" : ", by " + topic.from())
                + (at == null ? "" : ", " + DAY_AND_TIME.format(at.atZone(zone))) + ": " + topic.text();
    }

    /**
     * Somebody's words.
     *
     * @param where stands before the nick, for what is not of the room people look at; otherwise empty
     * @param mention whether the reader is named in them
     */
    List<Row> words(Instant at, String where, String nick, String text, boolean mention) {
        return words(at, where, nick, "", text, mention ? MENTION : PLAIN);
    }

    /** Words between two people. */
    List<Row> told(Instant at, String from, String to, String text) {
        return words(at, "", from, " → " + to, text, PLAIN);
    }

    private List<Row> words(Instant at, String where, String nick, String to, String text, Look look) {
        List<String> lines = SafeText.lines(text);
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(stamp(at), new Span(QUIET, where.isEmpty() ? "" : SafeText.line(where) + " "),
                new Span(NickColours.of(nick), SafeText.line(nick)),
                new Span(PLAIN, SafeText.line(to) + ": "), new Span(look, lines.getFirst())));
        lines.stream().skip(1).map(line -> Row.of(look, INDENT + line)).forEach(rows::add);
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

    /** Which rooms there are, and what nobody has looked at yet: {@code 2:#dev(5!1)} has five, one with the own nick. */
    Footer footer(Whereabouts whereabouts, String trouble) {
        List<Footer.Part> parts = new ArrayList<>();
        if (!trouble.isEmpty()) {
            parts.add(new Footer.Part(new Span(ALERT, SafeText.line(trouble)), 4));
        }
        int number = 1;
        for (Seat seat : whereabouts.seats()) {
            parts.add(tab(number++, seat, whereabouts.isCurrent(seat.room())));
        }
        parts.add(new Footer.Part(new Span(QUIET, SafeText.line(whereabouts.nick())), 1));
        return new Footer(parts);
    }

    private static Footer.Part tab(int number, Seat seat, boolean current) {
        String unread = seat.unread() == 0
                ? ""
                : "(" + seat.unread() + (seat.mentions() == 0 ? "" : "!" + seat.mentions()) + ")";
        String text = number + ":" + SafeText.line(seat.room()) + unread;
        if (current) {
            return new Footer.Part(new Span(CURRENT, "[" + text + "]"), 4);
        }
        if (seat.mentions() > 0) {
            return new Footer.Part(new Span(MENTION, text), 3);
        }
        return new Footer.Part(new Span(seat.unread() > 0 ? PLAIN : QUIET, text), seat.unread() > 0 ? 2 : 0);
    }

    /** Who somebody is. */
    List<String> person(Event.Person it) {
        String account = it.account() == null ? "no account" : "account " + it.account();
        return List.of(it.nick() + ": " + account + (it.operator() ? ", operator of the server" : "") + ", here since "
                + DAY_AND_TIME.format(it.since().atZone(zone)) + (it.secure() ? ", over TLS" : "")
                + (it.address() == null ? "" : ", from " + it.address())
                + (it.rooms().isEmpty() ? "" : "; in " + String.join(", ", it.rooms())));
    }

    private Span stamp(Instant at) {
        return new Span(QUIET, time.format(at.atZone(zone)) + " ");
    }
}
