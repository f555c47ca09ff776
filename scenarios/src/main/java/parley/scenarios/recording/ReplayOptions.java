package parley.scenarios.recording;

import java.time.Duration;
import java.util.Map;

/**
 * How a recording is played.
 *
 * @param within how long to wait for what must come
 * @param speed as a multiple of the speed it was recorded at; 0 for as fast as it goes
 * @param environment where the secrets are that have names in the recording
 */
public record ReplayOptions(Duration within, double speed, Map<String, String> environment) {

    public ReplayOptions {
        environment = Map.copyOf(environment);
        if (!within.isPositive() || speed < 0) {
            throw new IllegalArgumentException("a time and a speed are above zero, not " + within + " and " + speed);
        }
    }

    Tempo tempo() {
        return new Tempo(speed, within);
    }
}
