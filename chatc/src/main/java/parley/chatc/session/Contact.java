package parley.chatc.session;

import java.time.Duration;
import parley.protocol.Event;

/** How it stands with the server, each time that changes. */
public sealed interface Contact {

    /** The session is open again; what was missed has been told, and what waited is on its way. */
    record Regained(Event.Welcomed welcomed) implements Contact {
    }

    /**
     * There is no connection.
     *
     * @param why the server's words, or what is wrong with the network
     * @param pause after what time the next attempt is made
     */
    record Lost(String why, Duration pause) implements Contact {
    }

    /** The server will not have this client back: nothing more will come. */
    record Ended(String why) implements Contact {
    }
}
