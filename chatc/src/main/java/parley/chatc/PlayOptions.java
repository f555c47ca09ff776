package parley.chatc;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.scenarios.recording.ReplayOptions;
import picocli.CommandLine.Option;

/** How fast a recording is played, and how long the other side may take. */
final class PlayOptions {

    @Option(names = "--within", paramLabel = ToTimeSpan.LABEL, converter = ToTimeSpan.class,
            description = "How long to wait for what must come next; otherwise 5s, or for a bot under test 10s.")
    private @Nullable Duration within;

    @Option(names = "--speed", paramLabel = "N",
            description = "For watching: at N times the speed it was recorded at; otherwise as fast as it goes.")
    private double speed;

    /** How long to wait. */
    Duration within(Duration usual) {
        return within == null ? usual : within;
    }

    /** Whether a speed is asked for. */
    boolean hasSpeed() {
        return speed != 0;
    }

    /**
     * What is asked for.
     *
     * @param usual how long to wait unless something else is asked for
     */
    ReplayOptions read(Shell shell, Duration usual) throws Complaint {
        if (!(speed >= 0)) {
            throw new Complaint(Status.USAGE, "--speed is above zero, like 1 or 0.5");
        }
        return new ReplayOptions(within(usual), speed, shell.env());
    }
}
