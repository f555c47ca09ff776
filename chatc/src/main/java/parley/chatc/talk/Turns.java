package parley.chatc.talk;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Does things one after the other, in the order they were given, from when it is started. Any thread may give. */
final class Turns implements Executor {

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final Consumer<RuntimeException> defects;

    /**
     * @param defects is told of a turn that failed; the next ones are done all the same
     */
    Turns(Consumer<RuntimeException> defects) {
        this.defects = defects;
    }

    @Override
    public void execute(Runnable turn) {
        waiting.add(turn);
    }

    /** Gives something to do and waits until it is done, or until this thread is interrupted, and then stays so. */
    void await(Runnable turn) {
        CountDownLatch done = new CountDownLatch(1);
        execute(() -> {
            try {
                turn.run();
            } finally {
                done.countDown();
            }
        });
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts doing what was given so far and what will be. The thread does not keep the JVM from ending. */
    void start() {
        Thread.ofPlatform().daemon().name("turns").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                run(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException e) {
            defects.accept(e);
        }
    }
}
