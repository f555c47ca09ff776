package parley.scenarios.recording;

import parley.protocol.recording.Side;

/** Learns how a play goes, and decides whether it goes on. Called on several threads, one at a time; must not wait. */
interface Judge {

    /** Whether the first finding ends the play. */
    boolean strict();

    /** Something is not as it was recorded; returns whether the play goes on all the same. */
    boolean found(Finding finding);

    /** What came is what was expected. */
    default void agreed(Finding.Expected expected, Finding.Arrived got) {
    }

    /** Somebody said something. */
    default void said(Seat seat, Side from, String text) {
    }
}
