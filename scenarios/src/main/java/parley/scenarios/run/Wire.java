package parley.scenarios.run;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Listener;
import parley.protocol.client.Unreachable;
import parley.protocol.link.ClientTls;
import parley.scenarios.language.Dialect;

/** One connection in one dialect: what a client of a scenario needs of it. Any thread may send. */
interface Wire {

    /** Sends a command; its answer ends with {@link parley.protocol.client.Disconnected} if the connection does. */
    CompletableFuture<Event.Answer> send(Command command);

    /** Sends a line as it is. */
    void sendLine(String line);

    /** Ends this side of the connection without a goodbye; the server still has to end its own. */
    void hangUp();

    /** Ends the connection without a goodbye. */
    void drop();

    /** Says goodbye, waits a moment for the server to say it too, and ends the connection. */
    void close();

    /**
     * Opens a connection.
     *
     * @param tls null for one in the clear
     * @param listener gets every line as it comes
     */
    static Wire open(Dialect dialect, Address server, @Nullable ClientTls tls, Listener listener)
            throws StepFailed {
        return switch (dialect) {
            case JSON -> json(server, tls, listener);
            case IRC -> throw new StepFailed("this version does not speak irc: connect over json");
        };
    }

    private static Wire json(Address server, @Nullable ClientTls tls, Listener listener) throws StepFailed {
        try {
            return new Json(tls == null
                    ? Client.connect(server, listener)
                    : Client.connect(server, tls, listener));
        } catch (Unreachable e) {
            throw new StepFailed(String.valueOf(e.getMessage()));
        }
    }

    /** JSON lines. */
    record Json(Client client) implements Wire {
        @Override
        public CompletableFuture<Event.Answer> send(Command command) {
            return client.send(command);
        }

        @Override
        public void sendLine(String line) {
            client.sendLine(line);
        }

        @Override
        public void hangUp() {
            client.hangUp();
        }

        @Override
        public void drop() {
            client.drop();
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
