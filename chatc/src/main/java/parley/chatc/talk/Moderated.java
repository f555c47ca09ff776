package parley.chatc.talk;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event.Kicked;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.RoleSet;
import parley.protocol.Event.RoomChanged;
import parley.protocol.Restriction;
import parley.protocol.RoomChange;

/**
 * What operators do, in sentences.
 *
 * @param zone whose times people read
 */
record Moderated(ZoneId zone) {

    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", Locale.ENGLISH);

    String sentence(Restricted it) {
        String until = it.until() == null ? "" : " until " + UNTIL.format(it.until().atZone(zone));
        String why = it.why().isEmpty() ? "" : " (" + it.why() + ")";
        return it.from() + " " + it.kind().past() + " " + it.target().words() + " " + place(it.kind(), it.room())
                + until
                + why;
    }

    String sentence(Lifted it) {
        String deed = it.kind().isException() ? "ended the " + it.kind().noun() + " of" : "un" + it.kind().past();
        return it.from() + " " + deed + " " + it.target().words() + " " + place(it.kind(), it.room());
    }

    String sentence(RoleSet it) {
        return switch (it.role()) {
            case NONE -> it.from() + " took " + it.nick() + "'s role in " + it.room() + " away";
            case MEMBER -> it.from() + " made " + it.nick() + " a member of " + it.room();
            case VOICE -> it.from() + " gave " + it.nick() + " a voice in " + it.room();
            case OPERATOR -> it.from() + " made " + it.nick() + " an operator of " + it.room();
        };
    }

    String sentence(RoomChanged it) {
        RoomChange change = it.change();
        List<String> news = new ArrayList<>();
        if (change.access() != null) {
            news.add(change.access().wireName());
        }
        add(news, change.moderated(), "moderated");
        add(news, change.topicLocked(), "only operators set the topic");
        add(news, change.hidden(), "hidden");
        if (change.limit() != null) {
            news.add(change.limit() == 0 ? "as many members as come" : "at most " + change.limit() + " members");
        }
        if (change.key() != null) {
            news.add(change.key().text().isEmpty() ? "no key" : "a key");
        }
        return it.room() + (it.from().isEmpty() ? ": " : ", changed by " + it.from() + ": ") + String.join("; ", news);
    }

    private static void add(List<String> news, @Nullable Boolean flag, String what) {
        if (flag != null) {
            news.add(flag ? what : "no longer " + what);
        }
    }

    /**
     * Who was kicked, by whom, and why.
     *
     * @param whom the nick, or "you"
     */
    String sentence(Kicked it, String whom) {
        return it.from() + " kicked " + whom + (it.room() == null ? " off the server" : " out of " + it.room())
                + (it.why().isEmpty() ? "" : " (" + it.why() + ")");
    }

    private static String place(Restriction kind, @Nullable String room) {
        String preposition = switch (kind) {
            case BAN -> "from ";
            case MUTE -> "in ";
            case EXEMPT -> "from the bans and mutes of ";
            case ADMIT -> "to ";
        };
        return preposition + Objects.requireNonNullElse(room, "the whole server");
    }
}
