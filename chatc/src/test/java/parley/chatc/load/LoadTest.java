package parley.chatc.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.chatc.session.Server;
import parley.chatd.Daemon;
import parley.chatd.config.Config;
import parley.chatd.config.ConfigFile;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Address;
import parley.protocol.Dialect;

class LoadTest {

    @Test
    void countsWhatComesThroughAndFindsItComplete() throws Exception {
        try (Daemon daemon = Daemon.start(Config.standard().onPort(0), new MemoryEngine(100));
             Load load = new Load(plan(daemon.address(), 0, 0), progress -> {
             })) {
            LoadReport report = load.run(OptionalLong.of(ProcessHandle.current().pid()));

            assertThat(report.members()).isEqualTo(20);
            assertThat(report.received()).isPositive().isEqualTo(report.expected());
            assertThat(report.oneOrder()).isTrue();
            assertThat(report.complete()).isTrue();
            assertThat(report.deliveriesPerSecond()).isPositive();
            assertThat(report.latencyMicros().p50()).isPositive().isLessThanOrEqualTo(report.latencyMicros().p99());
            assertThat(report.server()).isNotNull();
        }
    }

    @Test
    void atARateTheWindowDoesNotHoldItBack() throws Exception {
        try (Daemon daemon = Daemon.start(Config.standard().onPort(0), new MemoryEngine(100));
             Load load = new Load(plan(daemon.address(), 0, 100), progress -> {
             })) {
            LoadReport report = load.run(OptionalLong.empty());

            assertThat(report.complete()).isTrue();
            assertThat(report.window()).isZero();
            assertThat(report.server()).isNull();
        }
    }

    @Test
    void whoStallsKeepsNothingFromTheOthers() throws Exception {
        // In a room where all are, those of two rooms would be told of who is cut, and not at the same place.
        Config config = ConfigFile.parse("test", "rooms = []").onPort(0);
        try (Daemon daemon = Daemon.start(config, new MemoryEngine(100));
             Load load = new Load(plan(daemon.address(), 3, 0), progress -> {
             })) {
            LoadReport report = load.run(OptionalLong.empty());

            assertThat(report.stalled()).isEqualTo(3);
            assertThat(report.members()).isEqualTo(20);
            assertThat(report.complete()).isTrue();
            assertThat(daemon.chat().sessionCount()).as("members, publishers and who stalls or was cut").isBetween(22,
                    25);
        }
    }

    private static LoadPlan plan(Address server, int stalled, int rate) {
        return new LoadPlan(new Server(server, null, Dialect.JSON), Wire.JSON, 20, 2, stalled, 100, 16, rate,
                Duration.ofMillis(100),
                Duration.ofSeconds(1));
    }

    @Test
    void countsLineEndsWhereverTheyStand() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            int ends = 0;
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(3) == 0 ? '\n' : random.nextInt(256));
                ends += bytes[i] == '\n' ? 1 : 0;
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            assertThat(LineCount.of(buffer)).isEqualTo(ends);
            assertThat(buffer.remaining()).isEqualTo(bytes.length);
        }
    }

    @Test
    void readsTheStampsThatAreWhole() {
        List<Long> times = new ArrayList<>();
        String text = "x^000000000000002ay^00000000000000ffz^0000";
        Stamp.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), times::add);
        assertThat(times).containsExactly(42L, 255L);
    }
}
