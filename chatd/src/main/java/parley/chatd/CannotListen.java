package parley.chatd;

import java.io.IOException;
import parley.protocol.Address;

/** An address to listen at cannot be had. The message is for the person who asked for it. */
public final class CannotListen extends IOException {

    private static final long serialVersionUID = 1L;

    CannotListen(Address address, Exception cause) {
        super("cannot listen at " + address + ": " + cause.getMessage() + advice(cause), cause);
    }

    CannotListen(String sentence, Exception cause) {
        super(sentence, cause);
    }

    /** What the system refuses has no other sign than its words. */
    private static String advice(Exception cause) {
        return switch (String.valueOf(cause.getMessage())) {
            case "Address already in use" ->
                "; another program may have it: choose another with --port N, or --port 0 for any free one";
            case "Permission denied" ->
                "; ports below 1024 need a privilege that chatd does not have: choose one above";
            case "Cannot assign requested address" -> "; it is no address of this machine: 0.0.0.0 is all that it has";
            default -> "";
        };
    }
}
