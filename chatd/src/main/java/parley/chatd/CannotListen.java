package parley.chatd;

import java.io.IOException;
import parley.protocol.Address;

/** An address to listen at cannot be had. The message is for the person who asked for it. */
public final class CannotListen extends IOException {

    private static final long serialVersionUID = 1L;

    CannotListen(Address address, IOException cause) {
        super("cannot listen at " + address + ": " + cause.getMessage() + advice(cause), cause);
    }

    private static String advice(IOException cause) {
        return cause instanceof java.net.BindException
                ? "; another program may have it: choose another with --port N, or --port 0 for any free one"
                : "";
    }
}
