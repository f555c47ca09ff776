package parley.chatd.core;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Where a session comes from.
 *
 * @param address of the other end
 * @param secure whether nobody on the way can read along
 * @param certificate the SHA-256 fingerprint, in lower-case hexadecimal digits, of the certificate that the other end
 *        has shown and proved to hold the key of
 */
public record Origin(InetAddress address, boolean secure, Optional<String> certificate) {

    /** This machine, in the clear: for tests, and for whoever drives the core by plain method calls. */
    public static Origin local() {
        return new Origin(InetAddress.getLoopbackAddress(), false, Optional.empty());
    }
}
