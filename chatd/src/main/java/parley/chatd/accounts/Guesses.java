package parley.chatd.accounts;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One thread checks all passwords, one after the other, so that guessing takes one processor at most from those who chat.
 * Whoever asks waits.
 */
final class Guesses {

    private static final Executor ONE_AT_A_TIME = oneAtATime();

    private Guesses() {
    }

    private static Executor oneAtATime() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("passwords").daemon().factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    static boolean check(Supplier<Boolean> guess) {
        return CompletableFuture.supplyAsync(guess, ONE_AT_A_TIME).join();
    }
}
