package parley.chatc.pipe;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does things after a while, on a thread of its own choice. What is still to be done keeps no program from ending. */
public interface Later {

    void after(Duration wait, Runnable then);

    /** By the time that passes. */
    static Later really() {
        return (wait, then) -> CompletableFuture
                .delayedExecutor(TimeUnit.NANOSECONDS.convert(wait), TimeUnit.NANOSECONDS).execute(then);
    }
}
