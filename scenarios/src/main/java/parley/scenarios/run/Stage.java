package parley.scenarios.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Address;
import parley.protocol.Dialect;
import parley.protocol.Event.Refused;
import parley.protocol.link.ClientTls;
import parley.scenarios.RunOptions;
import parley.scenarios.Target;
import parley.scenarios.language.Action;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.ServerFate;
import parley.scenarios.language.Step;
import parley.scenarios.language.Written;

/**
 * A server and the clients of one scenario, playing its steps. Whoever has steps one by one, as Cucumber does, plays
 * them here; for a whole scenario there is the {@link Runner}. One thread uses it, and closes it whatever happened.
 */
public final class Stage implements AutoCloseable {

    private final Target target;
    private final Server server;
    private final Network network;
    private final Duration patience;
    private final Cast cast;
    private final Acting acting;
    private final Looking looking;
    /** Null if all clients are the stage's own. */
    private final @Nullable Guest guest;
    private final Notes notes = new Notes();
    /** By client: the step whose command was refused, until a step has seen the refusal. */
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

    /** A command that was not done. */
    private record Refusal(Step step, Refused refused) {
    }

    /**
     * @param networked whose network something is to happen to
     * @param irc whether IRC may be spoken
     */
    private Stage(RunOptions options, Set<String> networked, boolean irc, @Nullable Guest guest) {
        this.guest = guest;
        this.target = options.target();
        this.server = Server.of(options.target(), options.patience(), irc);
        this.network = Network.of(networked);
        this.patience = options.patience();
        this.cast = new Cast(patience);
        if (guest != null) {
            cast.seat(guest.actor());
        }
        this.acting = new Acting(new Connecting(server, network, tls(options.target()), options.dialect()), cast);
        this.looking = new Looking(cast, patience);
    }

    private static @Nullable ClientTls tls(Target target) {
        return switch (target) {
            case Target.Embedded _ -> null;
            case Target.At at -> at.tls();
            case Target.Started started -> started.tls();
        };
    }

    /** An empty stage. A server of its own starts when the first client connects. */
    public static Stage open(RunOptions options) {
        return new Stage(options, Set.of(), true, null);
    }

    /**
     * A stage that has what a scenario needs.
     *
     * @param guest null if all clients are the stage's own
     */
    static Stage open(RunOptions options, Scenario scenario, @Nullable Guest guest) {
        boolean irc = guest != null || options.dialect() == Dialect.IRC || scenario.asksFor(Dialect.IRC);
        Stage stage = new Stage(options, scenario.steps().stream().flatMap(Step::leaves)
                .flatMap(step -> step instanceof Step.Network it ? it.clients().stream() : Stream.of())
                .collect(Collectors.toSet()), irc, guest);
        stage.cast.capture(scenario.variables());
        return stage;
    }

    /**
     * Plays one step; when this returns, all that the step did has been answered.
     *
     * @return why the step failed, or why an earlier one did: a client goes on although it was refused something; empty
     *         if all is well
     */
    public Optional<Failure> play(Step step) throws InterruptedException {
        return play(step, List.of());
    }

    /** Plays steps one after the other up to the first failure. */
    Optional<Failure> playAll(List<Step> steps, List<Step> after) throws InterruptedException {
        for (int i = 0; i < steps.size(); i++) {
            List<Step> coming = Joined.of(steps.subList(i + 1, steps.size()), after);
            Optional<Failure> failure = play(steps.get(i), coming).or(() -> unexpectedRefusal(coming));
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private Optional<Failure> play(Step step, List<Step> coming) throws InterruptedException {
        return switch (step) {
            case Step.Repeat repeat -> repeat(repeat, coming);
            case Step.Together together -> new Ensemble(this).play(together);
            default -> playOne(step);
        };
    }

    private Optional<Failure> repeat(Step.Repeat repeat, List<Step> coming) throws InterruptedException {
        Map<String, String> before = cast.captures();
        for (int round = 1; round <= repeat.times(); round++) {
            cast.captureOnly(before);
            cast.capture(Map.of(Step.Repeat.ROUND, String.valueOf(round)));
            List<Step> next = round < repeat.times() ? Joined.of(repeat.steps(), coming) : coming;
            Optional<Failure> failure = playAll(repeat.steps(), next);
            if (failure.isPresent()) {
                int now = round;
                return failure.map(it -> it.in("round " + now + " of " + repeat.times()));
            }
        }
        cast.forget(Step.Repeat.ROUND, before.get(Step.Repeat.ROUND));
        return Optional.empty();
    }

    private Optional<Failure> playOne(Step step) throws InterruptedException {
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
            return Optional.of(failure(step.leaves().findFirst().orElse(step), e.problem()));
        } finally {
            step.leaves().forEach(leaf -> notes.played(leaf, from));
        }
    }

    private Optional<Failure> done(Step step) throws StepFailed, InterruptedException {
        switch (step) {
            case Step.Configure configure -> server.configure(configure.config());
            case Step.Act act -> {
                for (String client : act.clients()) {
                    notes.did(client, act);
                    Optional<Failure> failure = actsByItself(client)
                            ? guestActs(Objects.requireNonNull(guest), act)
                            : acts(client, act);
                    if (failure.isPresent()) {
                        return failure;
                    }
                }
            }
            case Step.Look look -> {
                return seen(look, looking.look(look));
            }
            case Step.InAnyOrder block -> {
                return seen(block, looking.inAnyOrder(block));
            }
            case Step.Optionally block -> {
                looking.optionally(block);
                return seen(block, Optional.empty());
            }
            case Step.Serve serve -> serve(serve.fate());
            case Step.Network it -> {
                for (String client : it.clients()) {
                    network.happen(cast.enter(client), it.fault(), Deadline.in(patience));
                }
            }
            case Step.Repeat _, Step.Together _ -> throw new IllegalStateException("not one step: " + step.written());
        }
        return Optional.empty();
    }

    private Optional<Failure> acts(String client, Step.Act act) throws StepFailed, InterruptedException {
        acting.act(client, act.action()).ifPresent(refused -> refusals.put(client, new Refusal(act, refused)));
        return Optional.empty();
    }

    private boolean actsByItself(String client) {
        return guest != null && guest.name().equals(client);
    }

    /** Waits for what a program under test has to do by itself. */
    private Optional<Failure> guestActs(Guest who, Step.Act act) throws StepFailed, InterruptedException {
        switch (act.action()) {
            case Action.Connect connect -> who.connect(addresses(),
                    connect.nick() == null ? who.name() : acting.fill(connect.nick()));
            case Action.Open _ -> who.connect(addresses(), null);
            case Action.Resume _ -> who.connect(addresses(), who.actor().nick());
            default -> {
                return who.act(act, cast);
            }
        }
        return Optional.empty();
    }

    private Map<Dialect, Address> addresses() throws StepFailed {
        return Map.of(Dialect.JSON, server.address(Dialect.JSON), Dialect.IRC, server.address(Dialect.IRC));
    }

    /** What a program under test did besides. */
    Optional<Failure> surplus(Written end) {
        return Optional.ofNullable(guest).flatMap(who -> who.surplus(end, cast));
    }

    private Optional<Failure> seen(Step step, Optional<Failure> failure) {
        if (failure.isEmpty()) {
            step.leaves().filter(Step::expectsRefusal).forEach(look -> refusals.keySet().removeIf(look::names));
        }
        return failure;
    }

    private void serve(ServerFate fate) throws StepFailed, InterruptedException {
        switch (fate) {
            case STARTS -> server.start();
            case IS_KILLED -> {
                server.kill(cast);
                cast.awaitLoss();
            }
            case RESTARTS -> {
                server.stop();
                cast.awaitLoss();
                server.start();
            }
        }
    }

    /**
     * Looks for a refusal that no step is going to see.
     *
     * @param coming the steps that come next; none at the end
     */
    public Optional<Failure> unexpectedRefusal(List<Step> coming) {
        return refusals.isEmpty()
                ? Optional.empty()
                : cast.all().stream().filter(actor -> !isExpected(actor, coming))
                        .flatMap(actor -> refusal(actor).stream()).findFirst();
    }

    private static boolean isExpected(Actor actor, List<Step> coming) {
        return coming.stream().flatMap(Step::leaves).filter(step -> step.names(actor.name())).findFirst()
                .filter(Step::expectsRefusal).isPresent();
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
            return server.address(Dialect.JSON);
        } catch (StepFailed e) {
            throw new IllegalStateException(e.problem(), e);
        }
    }

    /** The failure, with what the server printed last, if that is known. */
    Failure told(Failure failure) {
        List<String> printed = server.printed();
        Failure all = guest == null ? failure : failure.and(guest.witness());
        return printed.isEmpty()
                ? all
                : all.and(new Failure.Witness("the server printed last", printed));
    }

    /** What was done and said up to now. */
    public Course course() {
        return notes.course(cast.all());
    }

    /** When it began and how long it took, and nothing of what was done and said. */
    Course time() {
        return notes.time();
    }

    /** Takes every client's leave of a server that goes on; one that is the stage's own is closed instead. */
    @Override
    public void close() {
        if (target instanceof Target.Embedded(Target.Inside inside)) {
            inside.over();
        }
        try (server; network) {
            if (server.outlivesScenario()) {
                cast.close();
            } else {
                cast.drop();
            }
        }
    }
}
