package parley.protocol.json;

import java.util.Optional;
import parley.protocol.Delivery;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Request;

/** Spells requests and deliveries as JSON lines and reads them back. Stateless: any thread. */
public final class JsonLines {

    private JsonLines() {
    }

    /** The request's line, without its end. */
    public static String write(Request request) {
        return CommandSpelling.write(request);
    }

    /** The delivery's line, without its end. */
    public static String write(Delivery delivery) {
        return EventSpelling.write(delivery);
    }

    /** Reads a client's line, which may be anything at all. */
    public static ReadRequest readRequest(String line) {
        return CommandSpelling.read(line);
    }

    /**
     * Reads a server's line. Unknown fields are passed over.
     *
     * @return empty for an event of a newer server, which this version has no word for
     * @throws NotOfThisDialect if it is not a delivery
     */
    public static Optional<Delivery> readDelivery(String line) throws NotOfThisDialect {
        return EventSpelling.read(line);
    }
}
