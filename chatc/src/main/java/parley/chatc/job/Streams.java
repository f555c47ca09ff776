package parley.chatc.job;

import java.io.IOException;
import java.io.InputStream;

/** Where a command's output goes. Each reads to the end; each call is on a thread of its own. */
public interface Streams {

    /** Its standard output. */
    void out(InputStream out) throws IOException;

    /** Its standard error. */
    void err(InputStream err) throws IOException;
}
