package parley.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Nothing fails that should pass, however busy the machine is and whenever things arrive. {@code -Dstress.rounds=200} for
 * more rounds than the build has patience for.
 */
@Isolated // its load is not the other tests' business
@Tag("stress")
final class StressTest {

    private static final int ROUNDS = Integer.getInteger("stress.rounds", 2);
    private static final int JITTER_MICROS = 3000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void theLibraryPassesUnderLoad() throws InterruptedException, IOException {
        List<Thread> load = load();
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                try (Faulty slow = Faulty.jitter(JITTER_MICROS)) {
                    Library.Played played = Library.play(Library.quick(), new Target.Embedded(slow), PATIENCE);
                    System.out.println("round " + round + " of " + ROUNDS);
                    assertThat(played.result().exitStatus()).as("round " + round + "\n" + played.report()).isZero();
                }
            }
        } finally {
            load.forEach(Thread::interrupt);
        }
    }

    /** As many threads as there are processors, with nothing to do but to keep them busy. */
    private static List<Thread> load() {
        List<Thread> load = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            load.add(Thread.ofPlatform().daemon().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            }));
        }
        return load;
    }
}
