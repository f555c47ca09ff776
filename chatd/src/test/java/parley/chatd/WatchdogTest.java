package parley.chatd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who wants signs of life; that they come, {@code ServiceManagerTest} shows. */
class WatchdogTest {

    @ParameterizedTest
    @CsvSource({"1000000, self, true", "1000000, 1, false", "soon, self, false", "0, self, false", "'', self, false"})
    void onlyWhoeverIsMeantGivesThem(String micros, String process, boolean meant) {
        String self = Long.toString(ProcessHandle.current().pid());
        Map<String, String> environment =
                Map.of("WATCHDOG_USEC", micros, "WATCHDOG_PID", process.equals("self") ? self : process);

        assertThat(Watchdog.of(environment, new ServiceManager("")).isPresent()).isEqualTo(meant);
    }
}
