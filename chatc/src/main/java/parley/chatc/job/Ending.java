package parley.chatc.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How a process is ended: asked to (SIGTERM), with all it has started, and two seconds later made to (SIGKILL). */
final class Ending {

    static final Duration GRACE = Duration.ofSeconds(2);

    private Ending() {
    }

    static void of(Process process) throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS) || all.stream().anyMatch(ProcessHandle::isAlive)) {
            all.forEach(ProcessHandle::destroyForcibly);
            process.waitFor();
        }
    }
}
