package parley.scenarios.recording;

import org.jspecify.annotations.Nullable;
import parley.protocol.link.ServerTls;

/**
 * How clients get to a stand-in or a proxy, which is on this machine only.
 *
 * @param port 0 for any that is free
 * @param tls null in the clear
 */
public record Listening(int port, @Nullable ServerTls tls) {

    /** Any port that is free, in the clear. */
    public static final Listening ANYWHERE = new Listening(0, null);
}
