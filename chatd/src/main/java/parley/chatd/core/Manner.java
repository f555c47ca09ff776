package parley.chatd.core;

/**
 * How a session is told of things, which its dialect decides.
 *
 * @param goodbyesOnce whether it learns once that somebody is gone, rather than for each room that they shared
 * @param looksAround whether it sees for itself what a room is like, rather than being told as it takes its seat
 */
public record Manner(boolean goodbyesOnce, boolean looksAround) {

    /** Told room by room, and of everything. */
    public static final Manner TOLD = new Manner(false, false);

    /** Told once, and otherwise {@linkplain View looking}. */
    public static final Manner LOOKING = new Manner(true, true);
}
