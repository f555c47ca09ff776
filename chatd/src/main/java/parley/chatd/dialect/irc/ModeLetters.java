package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.List;
import parley.protocol.Access;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.RoleSet;
import parley.protocol.RoomChange;
import parley.protocol.irc.ListMode;
import parley.protocol.irc.Masks;

/**
 * Rules and roles of a room as mode letters: {@code +i} invite-only (or members-only), {@code +m} moderated,
 * {@code +t} topic locked, {@code +s} hidden, {@code +k} key, {@code +l} limit; {@code +n} always, because nobody speaks
 * in a room where they have no seat; {@code +o} operators, {@code +v} voices; and the lists, which are {@link ListMode}.
 */
final class ModeLetters {

    /** Lists; settings with a parameter; with one when set; without any. */
    static final String CHANNEL = "beIq,k,l,imnst";

    private ModeLetters() {
    }

    /** A letter to set, or to take away. */
    record Change(boolean on, char letter) {
    }

    /** The letters of a word, each with the sign that holds for it; the first have a plus. */
    static List<Change> read(String word) {
        List<Change> changes = new ArrayList<>();
        boolean on = true;
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter == '+' || letter == '-') {
                on = letter == '+';
            } else {
                changes.add(new Change(on, letter));
            }
        }
        return changes;
    }

    /** What is different, as a word of letters and their parameters. */
    static List<String> spell(RoomChange change) {
        Letters letters = new Letters();
        if (change.access() != null) {
            letters.add(change.access() != Access.OPEN, 'i');
        }
        if (change.moderated() != null) {
            letters.add(change.moderated(), 'm');
        }
        if (change.topicLocked() != null) {
            letters.add(change.topicLocked(), 't');
        }
        if (change.hidden() != null) {
            letters.add(change.hidden(), 's');
        }
        if (change.limit() != null) {
            letters.add(change.limit() > 0, 'l', change.limit() > 0 ? List.of("" + change.limit()) : List.of());
        }
        if (change.key() != null) {
            boolean any = !change.key().text().isEmpty();
            letters.add(any, 'k', List.of(any ? change.key().text().replace(' ', '_') : "*"));
        }
        return letters.words();
    }

    /** How a room is, as its members see it; others do not see the key. */
    static List<String> state(RoomChange rules, boolean isInside) {
        Letters letters = new Letters();
        letters.add(true, 'n');
        letters.addIf(rules.access() != null && rules.access() != Access.OPEN, 'i');
        letters.addIf(Boolean.TRUE.equals(rules.moderated()), 'm');
        letters.addIf(Boolean.TRUE.equals(rules.topicLocked()), 't');
        letters.addIf(Boolean.TRUE.equals(rules.hidden()), 's');
        if (rules.limit() != null && rules.limit() > 0) {
            letters.add(true, 'l', List.of("" + rules.limit()));
        }
        if (rules.key() != null && !rules.key().text().isEmpty()) {
            letters.add(true, 'k', isInside ? List.of(rules.key().text().replace(' ', '_')) : List.of());
        }
        return letters.words();
    }

    static List<String> spell(Restricted restricted) {
        return List.of("+" + ListMode.of(restricted.kind()).letter(),
                Masks.write(restricted.target()).replace(' ', '_'));
    }

    static List<String> spell(Lifted lifted) {
        return List.of("-" + ListMode.of(lifted.kind()).letter(), Masks.write(lifted.target()).replace(' ', '_'));
    }

    /** Somebody has one role, so that they have none of the others any more. */
    static List<String> spell(RoleSet set) {
        return switch (set.role()) {
            case OPERATOR -> List.of("+o", set.nick());
            case VOICE -> List.of("-o+v", set.nick(), set.nick());
            case MEMBER, NONE -> List.of("-ov", set.nick(), set.nick());
        };
    }

    /** Letters with their signs, and then the parameters. */
    private static final class Letters {
        private final StringBuilder letters = new StringBuilder();
        private final List<String> parameters = new ArrayList<>();
        private char sign;

        void addIf(boolean so, char letter) {
            if (so) {
                add(true, letter);
            }
        }

        void add(boolean on, char letter) {
            add(on, letter, List.of());
        }

        void add(boolean on, char letter, List<String> params) {
            char wanted = on ? '+' : '-';
            if (sign != wanted) {
                letters.append(wanted);
                sign = wanted;
            }
            letters.append(letter);
            parameters.addAll(params);
        }

        List<String> words() {
            List<String> words = new ArrayList<>(List.of(letters.toString()));
            words.addAll(parameters);
            return words;
        }
    }
}
