package parley.protocol.client;

import java.io.IOException;
import parley.protocol.Address;

/** No connection came about. The message names the address and what was wrong there. */
public sealed class Unreachable extends IOException permits Insecure {

    private static final long serialVersionUID = 1L;

    Unreachable(Address address, String why, IOException cause) {
        this("no server to talk to at " + address + ": " + why, cause);
    }

    Unreachable(String sentence, IOException cause) {
        super(sentence, cause);
    }
}
