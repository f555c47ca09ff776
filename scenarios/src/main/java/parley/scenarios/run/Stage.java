package parley.scenarios.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.protocol.Address;
import parley.protocol.Event.Refused;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Step;

/**
 * A server and the clients of one scenario, playing its steps. Whoever has steps one by one, as Cucumber does, plays
 * them here; for a whole scenario there is the {@link Runner}. One thread uses it, and closes it whatever happened.
 */
public final class Stage implements AutoCloseable {

    private final Server server;
    private final Cast cast;
    private final Acting acting;
    private final Looking looking;
    private final Notes notes = new Notes();
    /** By client: the step whose command was refused, until a step has seen the refusal. */
    private final Map<String, Refusal> refusals = new HashMap<>();

    /** A command that was not done. */
    private record Refusal(Step step, Refused refused) {
    }

    private Stage(RunOptions options) {
        this.server = options.server() == null ? new EmbeddedServer() : new GivenServer(options.server());
        this.cast = new Cast(options.patience());
        this.acting = new Acting(server, cast);
        this.looking = new Looking(cast, options.patience());
    }

    /** An empty stage. A server of its own starts when the first client connects. */
    public static Stage open(RunOptions options) {
        return new Stage(options);
    }

    /**
     * Plays one step; when this returns, all that the step did has been answered.
     *
     * @return why the step failed, or why an earlier one did: a client goes on although it was refused something; empty
     *         if all is well
     */
    public Optional<Failure> play(Step step) throws InterruptedException {
        Optional<Failure> refused = cast.all().stream()
                .filter(actor -> step.names(actor.name()) && !step.expectsRefusal())
                .flatMap(actor -> refusal(actor).stream()).findFirst();
        if (refused.isPresent()) {
            return refused;
        }
        long from = System.nanoTime();
        try {
            return done(step);
        } catch (StepFailed e) {
            return Optional.of(failure(step, e.problem()));
        } finally {
            notes.played(step, from);
        }
    }

    private Optional<Failure> done(Step step) throws StepFailed, InterruptedException {
        switch (step) {
            case Step.Configure configure -> server.configure(configure.config());
            case Step.Act act -> {
                for (String client : act.clients()) {
                    notes.did(client, act);
                    acting.act(client, act.action())
                            .ifPresent(refused -> refusals.put(client, new Refusal(act, refused)));
                }
            }
            case Step.Look look -> {
                Optional<Failure> failure = looking.look(look);
                if (failure.isEmpty() && look.expectsRefusal()) {
                    refusals.keySet().removeIf(look::names);
                }
                return failure;
            }
        }
        return Optional.empty();
    }

    /**
     * Looks for a refusal that no step is going to see.
     *
     * @param coming the steps that come next; none at the end
     */
    public Optional<Failure> unexpectedRefusal(List<Step> coming) {
        return cast.all().stream()
                .filter(actor -> coming.stream().filter(step -> step.names(actor.name())).findFirst()
                        .filter(Step::expectsRefusal).isEmpty())
                .flatMap(actor -> refusal(actor).stream()).findFirst();
    }

    private Optional<Failure> refusal(Actor actor) {
        return Optional.ofNullable(refusals.get(actor.name())).map(refusal -> failure(refusal.step(), actor.name()
                + " was refused " + refusal.refused().why() + ": " + refusal.refused().text()));
    }

    private Failure failure(Step step, String problem) {
        List<Actor> all = cast.all();
        List<Failure.Witness> witnesses = all.stream().filter(actor -> step.names(actor.name())).findFirst()
                .map(actor -> new Witnesses(false).of(actor, all)).orElse(List.of());
        return new Failure(step.written(), problem, Optional.empty(), witnesses);
    }

    /**
     * Where the server is, which starts if nobody has connected yet.
     *
     * @throws IllegalStateException if it does not start
     */
    public Address address() {
        try {
            return server.address();
        } catch (StepFailed e) {
            throw new IllegalStateException(e.problem(), e);
        }
    }

    /** What was done and said up to now. */
    public Course course() {
        return notes.course(cast.all());
    }

    /** Takes every client's leave, and closes the server if it is the stage's own. */
    @Override
    public void close() {
        try {
            cast.close();
        } finally {
            server.close();
        }
    }
}
