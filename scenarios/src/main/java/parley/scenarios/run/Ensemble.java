package parley.scenarios.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import parley.scenarios.language.Step;
import parley.scenarios.language.Subjects;

/** Has clients do what they do at the same time, each on a thread of its own. */
record Ensemble(Stage stage) {

    /** Plays the block; the failure is that of the first client that has one. */
    Optional<Failure> play(Step.Together block) throws InterruptedException {
        List<Future<Optional<Failure>>> parts = new ArrayList<>();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            parts(block).values().forEach(part -> parts.add(threads.submit(() -> play(part))));
            Optional<Failure> failure = Optional.empty();
            for (Future<Optional<Failure>> part : parts) {
                Optional<Failure> one = result(part);
                failure = failure.or(() -> one);
            }
            return failure;
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<Failure> play(List<Step> part) throws InterruptedException {
        for (Step step : part) {
            Optional<Failure> failure = stage.play(step);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    /** The steps of each client, as steps of this client alone. */
    private static Map<String, List<Step>> parts(Step.Together block) {
        Map<String, List<Step>> parts = new LinkedHashMap<>();
        for (Step step : block.steps()) {
            switch (step) {
                case Step.Act act -> act.clients().forEach(client -> part(parts, client)
                        .add(new Step.Act(act.written(), List.of(client), act.action(), act.uses())));
                case Step.Look look when look.subjects() instanceof Subjects.Named named -> named.names()
                        .forEach(client -> part(parts, client).add(new Step.Look(look.written(),
                                new Subjects.Named(List.of(client)), look.expectation(), look.times(),
                                look.within())));
                default -> throw new IllegalStateException("the reader lets nothing else in: " + step.written());
            }
        }
        return parts;
    }

    private static List<Step> part(Map<String, List<Step>> parts, String client) {
        return parts.computeIfAbsent(client, key -> new ArrayList<>());
    }

    private static Optional<Failure> result(Future<Optional<Failure>> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
