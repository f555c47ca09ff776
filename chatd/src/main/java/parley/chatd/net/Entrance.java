package parley.chatd.net;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import parley.protocol.link.Link;
import parley.protocol.link.PlainLink;
import parley.protocol.recording.Recorder;

/** How what a listener has accepted becomes a link. */
public sealed interface Entrance permits Entrance.Plain, Entrance.Recorded, TlsEntrance {

    /**
     * Makes the link. Called on the connection's own thread, and may take its time.
     *
     * @throws IOException if it comes to nothing
     */
    Link open(SocketChannel channel) throws IOException;

    /** In the clear. */
    record Plain() implements Entrance {

        @Override
        public Link open(SocketChannel channel) {
            return new PlainLink(channel);
        }
    }

    /** Another one, with all that goes through recorded. */
    record Recorded(Entrance inner, Recorder recorder) implements Entrance {

        @Override
        public Link open(SocketChannel channel) throws IOException {
            Link link = inner.open(channel);
            link.tap(recorder.open().tap());
            return link;
        }
    }
}
