package parley.protocol.client;

import java.io.IOException;
import parley.protocol.Address;
import parley.protocol.link.HandshakeFailed;

/** There is a server, but no secure connection to it came about. The message says what was wrong. */
public final class Insecure extends Unreachable {

    private static final long serialVersionUID = 1L;

    private final HandshakeFailed.Reason reason;

    Insecure(Address address, IOException cause) {
        super("no secure connection to " + address + ": " + cause.getMessage(), cause);
        reason = cause instanceof HandshakeFailed failed ? failed.reason() : HandshakeFailed.Reason.OTHER;
    }

    /** What kind of trouble it is, for those who have advice. */
    public HandshakeFailed.Reason reason() {
        return reason;
    }
}
