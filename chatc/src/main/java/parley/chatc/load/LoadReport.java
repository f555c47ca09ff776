package parley.chatc.load;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What came of a load. The fields' names are those of its JSON.
 *
 * @param deliveriesPerSecond messages times receivers
 * @param expected deliveries that should have come, from beginning to end
 * @param received deliveries that did
 * @param oneOrder whether all members of each room got the same bytes in the same order
 * @param latencyMicros from the publisher's send to the members' receive
 * @param server what it cost the server; null without a pid
 */
public record LoadReport(String wire, int members, int rooms, int stalled, int payload, int window, int rate,
        double seconds,
        double messagesPerSecond, double deliveriesPerSecond, long expected, long received, boolean oneOrder,
        Latency latencyMicros, @Nullable Server server) {

    /** Percentiles in microseconds. */
    public record Latency(double p50, double p90, double p99, double p999, double max) {
        static Latency of(Histogram nanos) {
            return new Latency(micros(nanos, 50), micros(nanos, 90), micros(nanos, 99), micros(nanos, 99.9),
                    nanos.getMaxValue() / 1000.0);
        }

        private static double micros(Histogram nanos, double percentile) {
            return nanos.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    /** Processor time while it counted, in all and for each delivery, and memory at the end. */
    public record Server(double cpuSeconds, double cpuMicrosPerDelivery, long residentBytes) {
    }

    /**
     * Whether everything came, to everyone, in one order. Of each who stalled and was cut, the others may have been told
     * with one line more.
     */
    public boolean complete() {
        return received >= expected && received <= expected + (long) stalled * members && oneOrder;
    }
}
