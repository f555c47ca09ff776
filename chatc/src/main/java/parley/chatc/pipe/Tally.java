package parley.chatc.pipe;

import java.util.List;
import parley.protocol.Event;

/**
 * What became of the messages of one input.
 *
 * @param sent how many went to the server
 * @param stored how many of them the server says are stored
 * @param troubles what went wrong first, and what then ended it all if something did; if none, all are stored
 */
public record Tally(long sent, long stored, List<Trouble> troubles) {

    public Tally {
        troubles = List.copyOf(troubles);
    }

    /** Why not all is well. */
    public sealed interface Trouble {
    }

    /**
     * The server would not store a message.
     *
     * @param line the line it came from; 0 if the server did not say
     */
    public record Refused(long line, Event.Refused refused) implements Trouble {
    }

    /** The connection ended before all was answered. */
    public record Ended(String why) implements Trouble {
    }

    /** The input could not be read to its end. */
    public record Unreadable(String why) implements Trouble {
    }
}
