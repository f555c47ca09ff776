package parley.chatd.core;

import java.util.Optional;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;
import parley.protocol.Target;
import parley.protocol.Target.ByAccount;
import parley.protocol.Target.ByAddress;
import parley.protocol.Target.ByNick;

/** Who is meant by a target. */
final class Targets {

    private static final int LONGEST = 64;

    private Targets() {
    }

    /** What keeps the target from being one. */
    static Optional<Refused> problem(Target target) {
        return switch (target) {
            case ByNick it when it.pattern().isBlank() || it.pattern().length() > LONGEST || isLong(it.pattern()) ->
                invalid("nick", "a nick that is meant has 1 to " + LONGEST + " characters; * and ? stand for any");
            case ByNick _ -> Optional.empty();
            case ByAccount it -> Nick.read(it.name(), LONGEST) instanceof Nick.Invalid invalid
                    ? Optional.of(invalid.refused())
                    : Optional.empty();
            case ByAddress it -> AddressRange.read(it.mask()).isPresent()
                    ? Optional.empty()
                    : invalid("address", "\"" + it.mask()
                            + "\" is no address; it is one like 203.0.113.7, or a network like 203.0.113.0/24");
        };
    }

    /** Only a line of a room's list: nothing in it may look like several. */
    private static boolean isLong(String pattern) {
        return pattern.chars().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c));
    }

    private static Optional<Refused> invalid(String field, String sentence) {
        return Optional.of(new Refused(Refusal.FIELD_INVALID, field, sentence));
    }

    /** Whether somebody is meant. */
    static boolean matches(Target target, Identity who) {
        return switch (target) {
            case ByNick it -> who.nick() != null && Glob.matches(Folding.pattern(it.pattern()), who.nick().key());
            case ByAccount it ->
                who.account().filter(account -> account.nick().key().equals(Nick.key(it.name()))).isPresent();
            case ByAddress it ->
                AddressRange.read(it.mask()).filter(range -> range.contains(who.origin().address())).isPresent();
        };
    }
}
