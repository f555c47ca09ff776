package parley.protocol.link;

import java.io.IOException;

/** The other end speaks TLS, and this one was not told to. */
public final class SpeaksTls extends IOException {

    private static final long serialVersionUID = 1L;

    SpeaksTls() {
        super("the other end speaks TLS, and this end was not told to");
    }
}
