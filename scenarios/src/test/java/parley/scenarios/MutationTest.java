package parley.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.protocol.Dialect;
import parley.scenarios.Faulty.Mutation;
import parley.scenarios.report.Case;
import parley.scenarios.report.Reporter;
import parley.scenarios.report.Run;

/**
 * No false pass: a server that drops, doubles, delays or reorders what it tells is caught by the library.
 * {@code -Dmutation=all} tries everything, which takes some minutes; {@code -Dmutation=gap,bye} these kinds.
 */
final class MutationTest {

    private static final String WANTED = System.getProperty("mutation", "said,joined,left");
    private static final List<String> KINDS = List.of("welcomed", "done", "refused", "members", "restrictions",
            "person",
            "rooms", "pong", "status", "bye", "joined", "left", "said", "gap", "told", "renamed", "topic", "kicked",
            "banned", "muted", "unbanned", "unmuted", "exempted", "unexempted",
            "admitted", "unadmitted", "role", "room", "invited");
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    static Stream<Arguments> mutations() {
        return (WANTED.equals("all") ? KINDS : List.of(WANTED.split(",", -1))).stream()
                .flatMap(kind -> Arrays.stream(Mutation.values())
                        .map(mutation -> Arguments.of(mutation, kind)));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    @Timeout(120)
    void aServerWithAFaultIsCaught(Mutation mutation, String kind) throws InterruptedException, IOException {
        try (Faulty faulty = Faulty.server(mutation, kind)) {
            assertThat(firstCaught(new Target.Embedded(faulty))).isNotEmpty();
        }
    }

    /** The first scenario that fails; empty if none does. */
    private static String firstCaught(Target target) throws InterruptedException {
        RunOptions options = new RunOptions(target, PATIENCE, false, RunOptions.STANDARD.given(), 1, Dialect.JSON);
        for (Selection.Item item : Library.quick().items()) {
            Result result = Scenarios.run(new Selection(List.of(item)), options, new Silent());
            if (result.failed() > 0) {
                return item.toString();
            }
        }
        return "";
    }

    /** Tells nobody. */
    private static final class Silent implements Reporter {
        @Override
        public void scenario(Case scenario) {
            // The result says it.
        }

        @Override
        public void ended(Run run) {
            // As above.
        }
    }
}
