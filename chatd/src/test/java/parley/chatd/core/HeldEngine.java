package parley.chatd.core;

import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import parley.chatd.engine.MemoryEngine;

/**
 * An engine that, while it is held, commits nothing and lets nobody past a fence until it is told to: what an engine
 * with a disk does for a while.
 */
final class HeldEngine {

    private record Append(List<Entry> run, Engine.Receipt receipt) {
    }

    private final Engine memory = new MemoryEngine(1000);
    private final Queue<Append> waiting = new ArrayDeque<>();
    private boolean held;
    private RuntimeException defect;

    /** The engine itself; all but appending is as in memory. */
    @SuppressWarnings("unchecked")
    Engine engine() {
        return (Engine) Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[]{Engine.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("append")) {
                        append((List<Entry>) arguments[0], (Engine.Receipt) arguments[1]);
                        return null;
                    }
                    if (method.getName().equals("fence")) {
                        awaitRelease();
                    }
                    return method.invoke(memory, arguments);
                });
    }

    synchronized void hold() {
        held = true;
    }

    private synchronized void awaitRelease() throws InterruptedException {
        while (held) {
            wait();
        }
    }

    /** Has a defect from now on, or none: appending throws. */
    synchronized void breakDown(RuntimeException how) {
        defect = how;
    }

    /** Commits what waits, and from now on everything at once. */
    synchronized void release() {
        held = false;
        notifyAll();
        settle(append -> memory.append(append.run(), append.receipt()));
    }

    /** Fails what waits, and from now on commits everything at once. */
    synchronized void fail(String why) {
        held = false;
        settle(append -> append.receipt().failed(why));
    }

    private void settle(Consumer<Append> how) {
        for (Append append = waiting.poll(); append != null; append = waiting.poll()) {
            how.accept(append);
        }
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized void append(List<Entry> run, Engine.Receipt receipt) {
        if (defect != null) {
            throw defect;
        }
        waiting.add(new Append(run, receipt));
        if (!held) {
            release();
        }
    }
}
