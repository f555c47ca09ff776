package parley.protocol.client;

import java.time.InstantSource;
import java.util.List;
import parley.protocol.Delivery;
import parley.protocol.Dialect;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Request;
import parley.protocol.client.irc.IrcClientDialect;

/**
 * How a client spells what it asks on one connection, and reads what it is told there. It is made for one connection
 * and remembers what it needs of it; any thread may call it.
 */
public interface ClientDialect {

    /** One for a new connection, by the clock of this machine. */
    static ClientDialect of(Dialect dialect) {
        return switch (dialect) {
            case JSON -> new JsonClientDialect();
            case IRC -> new IrcClientDialect(InstantSource.system());
        };
    }

    /**
     * Spells a command. Called in the order in which the lines go out.
     *
     * @return the lines without their ends; none if there is nothing to be said for it
     */
    List<String> say(Request request);

    /**
     * Reads a line of the server's. Called on the connection's reader thread.
     *
     * @param line without its end
     * @throws NotOfThisDialect if the server speaks something else
     */
    Heard hear(String line) throws NotOfThisDialect;

    /** What ends a line. */
    default String lineEnd() {
        return "\n";
    }

    /**
     * What a line said.
     *
     * @param deliveries what it means, in this order; perhaps nothing yet
     * @param replies lines to be sent at once in return
     * @param known false for a line that this version has no words for, of which somebody may want to know all the same
     */
    record Heard(List<Delivery> deliveries, List<String> replies, boolean known) {

        /** A line that says nothing new. */
        public static final Heard NOTHING = new Heard(List.of(), List.of(), true);

        /** A line that this version does not know. */
        public static final Heard UNKNOWN = new Heard(List.of(), List.of(), false);

        public Heard {
            deliveries = List.copyOf(deliveries);
            replies = List.copyOf(replies);
        }

        /** A line that says this, and asks for nothing in return. */
        public static Heard of(List<Delivery> deliveries) {
            return new Heard(deliveries, List.of(), true);
        }
    }
}
