package parley.scenarios.fence;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import parley.protocol.irc.IrcLine;

/**
 * Something that is to come, and by which a client knows that all before it has. Any thread.
 *
 * @param absence what is wrong if it does not come, in a sentence without its full stop
 */
record Sign(String absence, CountDownLatch came) {

    private static final String ERROR = "[45]\\d\\d";

    Sign(String absence) {
        this(absence, new CountDownLatch(1));
    }

    /** A notice with a mark. */
    static Predicate<IrcLine> notice(String mark) {
        return line -> line.verb().equals("NOTICE") && mark.equals(line.param(1));
    }

    /** The word that a message to a nick goes nowhere. */
    static Predicate<IrcLine> refusal(String nick) {
        return line -> line.verb().matches(ERROR) && Lookout.same(line.param(1), nick);
    }

    /** The answer to {@code TIME} with a server, be it that there is no such server, or no such command. */
    static Predicate<IrcLine> time(String server) {
        return line -> switch (line.verb()) {
            case "391" -> Lookout.same(line.source(), server) || Lookout.same(line.param(1), server);
            default -> line.verb().matches(ERROR)
                    && (Lookout.same(line.param(1), server) || "TIME".equals(line.param(1)));
        };
    }

    void come() {
        came.countDown();
    }

    /** @param deadline as {@link System#nanoTime} counts */
    boolean awaitUntil(long deadline) throws InterruptedException {
        return came.await(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
}
