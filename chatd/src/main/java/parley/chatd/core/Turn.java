package parley.chatd.core;

import java.util.List;
import java.util.function.Consumer;

/**
 * The turn of one session at being served: a command, or several that came together. Messages that follow each other
 * within a turn are published as one run. Only on the session's thread, except {@link #finish}.
 */
final class Turn {

    private final Outstanding outstanding = new Outstanding();
    private final Run run = new Run();
    private final Consumer<List<Entry>> publish;
    private boolean together;

    Turn(Consumer<List<Entry>> publish) {
        this.publish = publish;
    }

    /** Begins a command, alone or among others that came together; false if no more are to be begun. */
    boolean begin() {
        return outstanding.beginCommand();
    }

    /** Ends what {@link #begin} began. */
    void end() {
        if (!together) {
            outstanding.endCommand();
        }
    }

    /** Has the commands that this does taken for one turn. */
    void together(Runnable commands) {
        together = true;
        try {
            commands.run();
        } finally {
            together = false;
            try {
                publish();
            } finally {
                outstanding.endCommand();
            }
        }
    }

    /** Whether commands that came together are being done. */
    boolean isTogether() {
        return together;
    }

    /** Says something in a room, now or with more that came together with it. */
    void say(Entry message) {
        if (!run.takes(message)) {
            publish();
        }
        run.add(message);
        if (!together) {
            publish();
        }
    }

    private void publish() {
        if (!run.isEmpty()) {
            publish.accept(run.take());
        }
    }

    /** Waits until everything that was taken before is done. */
    void settle() {
        publish();
        outstanding.awaitNone();
    }

    /** Lets nothing begin any more, and does a last thing as soon as nothing is outstanding. Any thread. */
    void finish(Runnable lastThing) {
        outstanding.finish(lastThing);
    }

    /** What the engine has got of it and not yet given back. */
    Outstanding outstanding() {
        return outstanding;
    }
}
