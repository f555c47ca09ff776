package parley.chatc.pipe;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where messages to be sent come from. Used by one thread. */
public interface Messages {

    /**
     * Waits for the next message; null if there are no more.
     *
     * @throws IOException if the input cannot be read
     */
    @Nullable Message next() throws IOException, InterruptedException;

    /**
     * One message to be.
     *
     * @param line the number of the input's line it comes from, from 1
     */
    record Message(long line, String text) {
    }

    /** One message and no more. */
    static Messages of(String text) {
        Iterator<Message> only = List.of(new Message(1, text)).iterator();
        return () -> only.hasNext() ? only.next() : null;
    }
}
