package parley.chatd;

import java.lang.reflect.Proxy;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person or a service manager tells the process by signals, in the order it came. A second Ctrl-C
 * ends the process at once: whoever insists does not want to wait for goodbyes, and what was acknowledged is stored. A
 * second SIGTERM is nothing new: some tools send each twice, to the process and to its group.
 */
final class Signals {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    /** How a process ends that Ctrl-C has ended. */
    private static final int INTERRUPTED = 130;

    /** What a signal says. */
    enum Told {
        /** SIGHUP. */
        RELOAD,
        /** SIGTERM, SIGINT. */
        STOP
    }

    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final AtomicBoolean interrupted = new AtomicBoolean();

    private Signals() {
    }

    /** Takes the place of what the JVM does with these signals. From then on, somebody has to ask for the next one. */
    static Signals listen() {
        Signals signals = new Signals();
        handle("HUP", signals::reload);
        handle("TERM", () -> signals.told.add(Told.STOP));
        handle("INT", signals::interrupt);
        return signals;
    }

    /** Tells it the same as SIGHUP. */
    void reload() {
        told.add(Told.RELOAD);
    }

    /** Waits for the next signal. */
    Told next() throws InterruptedException {
        return told.take();
    }

    private void interrupt() {
        if (interrupted.getAndSet(true)) {
            LOG.warn("interrupted once more; connections are not waited for");
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        told.add(Told.STOP);
    }

    /**
     * Has something done when a signal comes, on a thread of its own. The class for it is one of the JDK's, which JEP 260
     * keeps for everyone's use; but each mention of it is a warning that cannot be silenced, hence by name.
     */
    private static void handle(String signal, Runnable action) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object calling = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[]{handler},
                    (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            Object wanted = type.getConstructor(String.class).newInstance(signal);
            type.getMethod("handle", type, handler).invoke(null, wanted, calling);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no signals", e);
        }
    }
}
