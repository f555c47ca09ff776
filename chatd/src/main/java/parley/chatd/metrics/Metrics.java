package parley.chatd.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import parley.chatd.config.Config;
import parley.chatd.core.ChatServer;
import parley.chatd.core.Counts;
import parley.chatd.core.Durations;
import parley.chatd.net.Admission;
import parley.protocol.Refusal;

/**
 * The numbers that a server tells, each with its name, what it means and where it comes from. They are looked up when
 * somebody asks; until then, all that they cost is the counting. The module's README has the same list. What Java tells
 * of itself (memory, threads, garbage collection) goes with it.
 */
final class Metrics {

    private static final double NANOS = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();

    private Metrics() {
    }

    static PrometheusRegistry of(ChatServer chat, Admission admission) {
        Metrics metrics = new Metrics();
        metrics.describe(chat, admission);
        JvmMetrics.builder().register(metrics.registry);
        return metrics.registry;
    }

    private void describe(ChatServer chat, Admission admission) {
        Counts counts = chat.counts();
        gauge("chatd_sessions", "Sessions that have said hello.", chat::welcomeCount);
        gauge("chatd_rooms", "Rooms that are open.", chat::roomCount);
        gauge("chatd_members", "Seats in all rooms together.", chat::memberCount);
        counter("chatd_messages", "Messages said in rooms and committed.", counts::messages);
        counter("chatd_deliveries", "Events offered to members of rooms, once for each member.", counts::deliveries);
        histogram("chatd_commit_seconds",
                "Time from handing something to the history until it is committed and offered to all members.",
                counts.commits());
        refusals("chatd_refusals", "Commands refused, by the refusal's name, which is the label why.", counts);
        gauge("chatd_outbox_bytes", "Bytes that wait to be read by all clients together.",
                () -> chat.waitingBytes().sum());
        gauge("chatd_outbox_largest_bytes", "Bytes that wait to be read by the client that is furthest behind.",
                () -> chat.waitingBytes().max().orElse(0));
        gauge("chatd_connections", "Connections that are open.", admission::present);
        counter("chatd_connections_accepted", "Connections that were let in.", admission::accepted);
        counter("chatd_connections_turned_away", "Connections that were one too many.", admission::turnedAway);
        counter("chatd_connections_cut", "Connections cut because too much waited for a client that did not read.",
                admission::cut);
        Info.builder().name("chatd_build").help("Which chatd this is: always 1, with the label version.")
                .labelNames("version").register(registry)
                .setLabelValues(Config.version());
    }

    private void gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder().name(name).help(help).callback(it -> it.call((double) value.getAsLong()))
                .register(registry);
    }

    private void counter(String name, String help, LongSupplier value) {
        CounterWithCallback.builder().name(name).help(help).callback(it -> it.call((double) value.getAsLong()))
                .register(registry);
    }

    private void refusals(String name, String help, Counts counts) {
        CounterWithCallback.builder().name(name).help(help).labelNames("why").callback(it -> {
            for (Refusal why : Refusal.values()) {
                it.call((double) counts.refusals(why), why.wireName());
            }
        }).register(registry);
    }

    private void histogram(String name, String help, Durations durations) {
        registry.register(() -> {
            ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
            List<Long> counts = durations.counts();
            for (int i = 0; i < counts.size(); i++) {
                buckets.bucket(bound(i), counts.get(i));
            }
            return HistogramSnapshot.builder().name(name).help(help)
                    .dataPoint(HistogramDataPointSnapshot.builder().classicHistogramBuckets(buckets.build())
                            .sum(seconds(durations.sum())).build())
                    .build();
        });
    }

    private static double bound(int place) {
        return place < Durations.BOUNDS.size()
                ? seconds(Durations.BOUNDS.get(place))
                : Double.POSITIVE_INFINITY;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
