package parley.scenarios.recording;

import java.io.IOException;
import java.nio.file.Path;

/** A recording cannot be played, as clients or as the server. The message says why and what to do, for people. */
public final class Unrepeatable extends IOException {

    private static final long serialVersionUID = 1L;

    Unrepeatable(Path file, String mechanism) {
        super(file + " has a login by " + mechanism
                + ", which cannot be played again: each end signs what the other has"
                + " just made up. Record one by PLAIN: tell the client to use that, or take an account that has no"
                + " verifier for SCRAM");
    }
}
