package parley.chatc.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.RoleSet;
import parley.protocol.Event.RoomChanged;
import parley.protocol.Restriction;
import parley.protocol.RoomChange;
import parley.protocol.Target;

/** What operators do, in sentences. */
final class Moderated {

    private Moderated() {
    }

    static String sentence(Restricted it) {
        String until = it.until() == null ? "" : " until " + it.until();
        String why = it.why().isEmpty() ? "" : " (" + it.why() + ")";
        return it.from() + " " + past(it.kind()) + " " + whom(it.target()) + " " + where(it.room()) + until + why;
    }

    static String sentence(Lifted it) {
        return it.from() + " un" + past(it.kind()) + " " + whom(it.target()) + " " + where(it.room());
    }

    static String sentence(RoleSet it) {
        return switch (it.role()) {
            case NONE -> it.from() + " took " + it.nick() + "'s role in " + it.room() + " away";
            case MEMBER -> it.from() + " made " + it.nick() + " a member of " + it.room();
            case VOICE -> it.from() + " gave " + it.nick() + " a voice in " + it.room();
            case OPERATOR -> it.from() + " made " + it.nick() + " an operator of " + it.room();
        };
    }

    static String sentence(RoomChanged it) {
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

    private static String past(Restriction kind) {
        return switch (kind) {
            case BAN -> "banned";
            case MUTE -> "muted";
        };
    }

    private static String where(@Nullable String room) {
        return "in " + Objects.requireNonNullElse(room, "the whole server");
    }

    private static String whom(Target target) {
        return switch (target) {
            case Target.ByNick it -> it.pattern();
            case Target.ByAccount it -> "the account " + it.name();
            case Target.ByAddress it -> it.mask();
        };
    }
}
