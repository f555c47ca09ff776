package parley.chatd;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a service manager that waits for them signs of life, so that it can end a server that has got stuck
 * (sd_watchdog_enabled(3) of systemd). Only on the thread that looks after the sessions: if that gets no further, there
 * are none.
 */
final class Watchdog implements Runnable {

    private final ServiceManager manager;
    private final Duration period;
    private long next = System.nanoTime();

    private Watchdog(ServiceManager manager, Duration period) {
        this.manager = manager;
        this.period = period;
    }

    /**
     * The one that the service manager wants, if it does.
     *
     * @param environment {@code WATCHDOG_USEC}, how long it waits for a sign, in microseconds; and
     *         {@code WATCHDOG_PID}, from which process, if not from any
     */
    static Optional<Watchdog> of(Map<String, String> environment, ServiceManager manager) {
        String self = Long.toString(ProcessHandle.current().pid());
        String patience = environment.getOrDefault("WATCHDOG_USEC", "");
        return patience.matches("[1-9]\\d{0,17}") && environment.getOrDefault("WATCHDOG_PID", self).equals(self)
                ? Optional.of(new Watchdog(manager, Duration.of(Long.parseLong(patience) / 2, ChronoUnit.MICROS)))
                : Optional.empty();
    }

    /** Gives a sign if it is time to: twice as often as is asked for. */
    @Override
    public void run() {
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + period.toNanos();
            manager.alive();
        }
    }
}
