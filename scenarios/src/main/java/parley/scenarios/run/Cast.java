package parley.scenarios.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.protocol.Event;
import parley.scenarios.fence.Fence;
import parley.scenarios.language.Expectation;
import parley.scenarios.language.Sight;
import parley.scenarios.language.Subjects;

/** All clients of a scenario, and what was captured. Any thread that plays steps. */
final class Cast {

    private final Duration patience;
    private final Map<String, Actor> actors = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile Map<String, String> captures = Map.of();

    Cast(Duration patience) {
        this.patience = patience;
    }

    /** The client of that name, who comes into being if need be. */
    Actor enter(String name) {
        return actors.computeIfAbsent(name, key -> new Actor(key, patience));
    }

    /** Somebody who is there from the beginning. */
    void seat(Actor actor) {
        actors.put(actor.name(), actor);
    }

    Actor get(String name) throws StepFailed {
        Actor actor = actors.get(name);
        if (actor == null) {
            throw new StepFailed(name + " has not connected");
        }
        return actor;
    }

    List<Actor> all() {
        synchronized (actors) {
            return List.copyOf(actors.values());
        }
    }

    private List<Actor> connected() {
        return all().stream().filter(Actor::connected).toList();
    }

    Map<String, String> captures() {
        return captures;
    }

    /** Adds what was captured, or captures it anew. */
    synchronized void capture(Map<String, String> more) {
        if (!more.equals(captures)) {
            Map<String, String> all = new HashMap<>(captures);
            all.putAll(more);
            captures = Map.copyOf(all);
        }
    }

    /** Only this is captured from now on. */
    synchronized void captureOnly(Map<String, String> all) {
        captures = Map.copyOf(all);
    }

    /** A name stands for what it did before; for nothing if that is null. */
    synchronized void forget(String name, @Nullable String before) {
        Map<String, String> all = new HashMap<>(captures);
        if (before == null) {
            all.remove(name);
        } else {
            all.put(name, before);
        }
        captures = Map.copyOf(all);
    }

    /** Those who are to look. */
    List<Actor> lookers(Subjects subjects, Expectation expectation) throws StepFailed {
        List<Actor> lookers = new ArrayList<>();
        switch (subjects) {
            case Subjects.Named named -> {
                for (String name : named.names()) {
                    lookers.add(get(name));
                }
            }
            case Subjects.Everyone everyone -> {
                lookers.addAll(connected());
                Optional<String> author = author(expectation);
                lookers.removeIf(actor -> everyone.but().contains(actor.name()));
                author.ifPresent(nick -> lookers.removeIf(actor -> actor.nick().equals(nick)));
            }
        }
        if (lookers.isEmpty()) {
            throw new StepFailed("nobody is there to look");
        }
        return lookers;
    }

    private Optional<String> author(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Sees(Sight sight) -> sight.author(captures);
            case Expectation.SeesNothingBut(Sight sight) -> sight.author(captures);
            case Expectation.DoesNotSee(Sight sight) -> sight.author(captures);
            case Expectation.SeesNothing() -> Optional.empty();
        };
    }

    /**
     * Returns once everything that was done before has arrived at this client: all others first have the server say
     * that what they asked is done, then the client has it say so to itself; and where that is not enough, they send
     * signs besides.
     */
    void fence(Actor actor) throws StepFailed, InterruptedException {
        Fence fence = Fence.before(actor.transcript().lookout(),
                all().stream().map(other -> other.transcript().lookout()).toList());
        Map<Actor, CompletableFuture<Event.Answer>> pings = new LinkedHashMap<>();
        for (Actor other : all()) {
            if (!other.equals(actor) && other.listens() && other.isInside()) {
                pings.put(other, other.beginFence());
            }
        }
        for (Map.Entry<Actor, CompletableFuture<Event.Answer>> ping : pings.entrySet()) {
            ping.getKey().endFence(ping.getValue());
        }
        Optional<String> open = fence.close(patience);
        if (open.isPresent()) {
            throw new StepFailed(open.get() + " within " + Failure.time(patience)
                    + ": so it cannot be said what " + actor.name() + " does not see");
        }
        actor.fence();
    }

    /** Everybody's connection is gone from one moment to the next. */
    void lose() throws StepFailed, InterruptedException {
        for (Actor actor : all()) {
            actor.lose();
        }
    }

    /** Waits until everybody's connection has been ended by the server. */
    void awaitLoss() throws StepFailed, InterruptedException {
        for (Actor actor : all()) {
            actor.awaitLoss();
        }
    }

    /** Ends all connections without a goodbye. */
    void drop() {
        all().forEach(Actor::hangUp);
    }

    /** Says goodbye for all, and ends their connections. */
    void close() {
        all().forEach(Actor::close);
    }
}
