package parley.chatc.session;

import java.io.IOException;
import java.util.Map;
import parley.protocol.Cursor;
import parley.protocol.client.Listener;

/** Connects and says hello: what is done once, and again whenever the connection was lost. */
public interface Opening {

    /**
     * Opens a session.
     *
     * @param resume the rooms to come back to, and the last cursor seen in each; empty for the first time
     * @throws parley.protocol.client.Unreachable if no server answers there
     * @throws NotDone if the server refuses
     */
    Session open(NickWish wish, Map<String, Cursor> resume, Listener listener)
            throws IOException, InterruptedException;
}
