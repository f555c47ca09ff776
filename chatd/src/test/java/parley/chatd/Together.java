package parley.chatd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets threads do the same at the same time. */
public final class Together {

    /** What one of them does. */
    public interface Part<T> {
        /** Plays the part; the threads are numbered from 1. */
        Collection<T> play(int number) throws Exception;
    }

    private Together() {
    }

    /** Starts so many threads at once and waits for all; returns what they returned, or throws what one of them threw. */
    public static <T> List<T> together(int threads, Part<T> part) throws Exception {
        CountDownLatch ready = new CountDownLatch(threads);
        ConcurrentLinkedQueue<T> results = new ConcurrentLinkedQueue<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> parts = new ArrayList<>();
            for (int number = 1; number <= threads; number++) {
                int mine = number;
                parts.add(() -> {
                    ready.countDown();
                    ready.await();
                    results.addAll(part.play(mine));
                    return null;
                });
            }
            for (Future<Void> future : executor.invokeAll(parts)) {
                future.get();
            }
        }
        return List.copyOf(results);
    }
}
