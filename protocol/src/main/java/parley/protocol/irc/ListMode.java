package parley.protocol.irc;

import java.util.Arrays;
import java.util.Optional;
import parley.protocol.Restriction;

/** The lists of a channel (Modern IRC, "Channel Modes"): the letter of each, what it means, and how it is shown. */
public enum ListMode {
    BAN('b', Restriction.BAN, Numeric.RPL_BANLIST, Numeric.RPL_ENDOFBANLIST),
    /** Whom bans do not hold for. */
    EXCEPTION('e', Restriction.EXEMPT, Numeric.RPL_EXCEPTLIST, Numeric.RPL_ENDOFEXCEPTLIST),
    /** Who needs no invitation. */
    INVITE_EXCEPTION('I', Restriction.ADMIT, Numeric.RPL_INVEXLIST, Numeric.RPL_ENDOFINVEXLIST),
    /** In no standard, but with many servers; with others it is a rank. */
    QUIET('q', Restriction.MUTE, Numeric.RPL_QUIETLIST, Numeric.RPL_ENDOFQUIETLIST);

    private final char letter;
    private final Restriction kind;
    private final Numeric entry;
    private final Numeric end;

    ListMode(char letter, Restriction kind, Numeric entry, Numeric end) {
        this.letter = letter;
        this.kind = kind;
        this.entry = entry;
        this.end = end;
    }

    /** The list that has this letter. */
    public static Optional<ListMode> of(char letter) {
        return Arrays.stream(values()).filter(mode -> mode.letter == letter).findFirst();
    }

    /** The list of which this numeric shows a mask. */
    public static Optional<ListMode> shownBy(Numeric numeric) {
        return Arrays.stream(values()).filter(mode -> mode.entry == numeric).findFirst();
    }

    public static ListMode of(Restriction kind) {
        return switch (kind) {
            case BAN -> BAN;
            case MUTE -> QUIET;
            case EXEMPT -> EXCEPTION;
            case ADMIT -> INVITE_EXCEPTION;
        };
    }

    public char letter() {
        return letter;
    }

    public Restriction kind() {
        return kind;
    }

    /** What shows one mask of it. */
    public Numeric entry() {
        return entry;
    }

    /** What follows the last. */
    public Numeric end() {
        return end;
    }

    /** What its numerics have between the channel and the mask: the letter, where others could be meant. */
    public Optional<String> mark() {
        return this == QUIET ? Optional.of("q") : Optional.empty();
    }
}
