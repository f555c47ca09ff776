package parley.scenarios.recording;

import java.util.List;
import java.util.Set;
import parley.protocol.recording.Entry;

/** Something in which a run is not as it was recorded. */
sealed interface Finding {

    /** Whose it is. */
    Seat seat();

    /**
     * A line that the recording has.
     *
     * @param place its line in the file
     * @param races whose acts may come before or after it as well
     */
    record Expected(Entry entry, Message message, long place, Set<String> races) {

        public Expected {
            races = Set.copyOf(races);
        }

        /** Whether it may come before all of these: what others did whom its author raced with. */
        boolean mayOvertake(List<Expected> before) {
            return before.isEmpty() || (!races.isEmpty() && before.stream().allMatch(
                    it -> races.contains(it.message().author()) && !it.message().author().equals(message.author())));
        }

        /** As it stands in the recording. */
        String text() {
            return switch (entry) {
                case Entry.Line it -> it.text();
                case Entry.Bytes it -> it.bytes().length() + " bytes";
                case Entry.Opened it -> "a connection";
                case Entry.Closed it -> "the end of the connection";
            };
        }
    }

    /**
     * Something that came.
     *
     * @param place the last line of the file that was played by then
     */
    record Arrived(String text, Message message, long place) {
    }

    /** Something else came in its place. */
    record Differs(Seat seat, Expected expected, Arrived got, Difference difference) implements Finding {
    }

    /**
     * It did not come in time.
     *
     * @param instead what came meanwhile from the same one and is not expected yet, if anything
     */
    record Missing(Seat seat, Expected expected, List<Arrived> instead) implements Finding {
        public Missing {
            instead = List.copyOf(instead);
        }
    }

    /**
     * Something came that the recording does not have.
     *
     * @param after the line of the file behind which it would stand
     */
    record Surplus(Seat seat, Arrived got, long after) implements Finding {
    }
}
