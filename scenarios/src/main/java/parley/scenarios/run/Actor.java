package parley.scenarios.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Password;
import parley.protocol.client.Client;
import parley.protocol.client.Disconnected;

/**
 * A client of the scenario: its connection, if it has one, and what it knows. Whatever it asks, it waits for the
 * answer. Played by the stage's thread.
 */
class Actor {

    private final String name;
    private final Duration patience;
    private Self self;
    private volatile Transcript transcript = new Transcript(this::sendLine);
    private final List<Transcript> earlier = new CopyOnWriteArrayList<>();
    private volatile @Nullable Client wire;
    private @Nullable Way way;
    private @Nullable Password password;
    private boolean echo;
    private boolean left;

    /** Opens connections to where this client connects. */
    interface Way {
        Client open(Transcript transcript) throws StepFailed;
    }

    Actor(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
        this.self = new Self(name);
    }

    String name() {
        return name;
    }

    /** The nick it has now. */
    String nick() {
        return self.nick();
    }

    /** What its connection received; after a connection's end, until the next one begins, what that one did. */
    Transcript transcript() {
        return transcript;
    }

    /** What all its connections received, one after the other. */
    List<Entry> received() {
        return Stream.concat(earlier.stream(), Stream.of(transcript)).flatMap(life -> life.entries().stream()).toList();
    }

    /** Whether it has a connection, and that is not about to end. */
    boolean connected() {
        return wire != null && transcript.end().isEmpty() && !transcript.saidGoodbye();
    }

    /** Whether it can be asked for a sign that all has arrived. */
    boolean listens() {
        return connected() && !transcript.stalls();
    }

    /**
     * Whether it may have done something that others can see. Who has not been let in has not, and some servers answer no
     * ping of theirs.
     */
    boolean isInside() {
        return self.welcome() || transcript.lookout().isWelcome();
    }

    /** Opens a connection of its own and says hello on it. */
    Event.Answer connect(Way to, String as, boolean wantsEcho, @Nullable Password secret)
            throws StepFailed, InterruptedException {
        open(to);
        self = new Self(as);
        password = secret;
        echo = wantsEcho;
        return ask(new Command.Hello(as, secret, wantsEcho, Map.of()));
    }

    /** Opens a connection of its own. */
    void open(Way to) throws StepFailed {
        if (connected() && self.welcome()) {
            throw new StepFailed(name + " is connected already");
        }
        Transcript next = begin();
        way = to;
        left = false;
        wire = to.open(next);
    }

    /** Begins another life: what its connection receives is written here. */
    Transcript begin() {
        close();
        earlier.add(transcript);
        Transcript next = new Transcript(this::sendLine);
        transcript = next;
        return next;
    }

    /** It has this nick, it turned out. */
    void called(String nick) {
        self = new Self(nick);
    }

    /** Reads nothing any more. */
    void stall() throws StepFailed {
        var _ = live();
        transcript.stall();
    }

    /**
     * Reads on; or if the connection is over, opens another one and says hello with the cursors it has.
     *
     * @return null if the connection goes on
     */
    Event.@Nullable Answer resume() throws StepFailed, InterruptedException {
        if (connected()) {
            if (!transcript.stalls()) {
                throw new StepFailed(name + " is connected and reads: there is nothing to resume");
            }
            transcript.readOn();
            return null;
        }
        Way back = way;
        if (back == null || !self.welcome()) {
            throw new StepFailed(name + " was never welcome: there is nothing to come back to");
        }
        Command.Hello hello = new Command.Hello(nick(), password, echo, cursors());
        open(back);
        return ask(hello);
    }

    /** Where it is in each of its rooms. */
    private Map<String, Cursor> cursors() {
        Map<String, Cursor> seen = transcript.cursors();
        Map<String, Cursor> cursors = new HashMap<>();
        self.rooms().forEach(room -> cursors.put(room, self.seen(room, seen.get(room))));
        return cursors;
    }

    /** Asks the server for something and waits for its answer, which may be a refusal. */
    Event.Answer ask(Command command) throws StepFailed, InterruptedException {
        Client live = live();
        if (transcript.stalls()) {
            throw new StepFailed(name + " reads nothing, and so would wait for the answer in vain: resume first");
        }
        transcript.lookout().did();
        CompletableFuture<Event.Answer> stray = transcript.ask();
        CompletableFuture<Event.Answer> answer = live.send(command);
        try {
            Event.Answer given = await(answer.applyToEither(stray, Function.identity()));
            transcript.answered(command);
            self.learn(command, given);
            return given;
        } catch (Disconnected e) {
            throw over(e);
        }
    }

    /** Sends a line of the author's own. What it leads to has arrived when the fence after it is answered. */
    void send(String line) throws StepFailed, InterruptedException {
        transcript.lookout().did();
        live().sendLine(line);
        if (!transcript.stalls()) {
            endFence(beginFence());
        }
    }

    private void sendLine(String line) {
        Client open = wire;
        if (open != null) {
            open.sendLine(line);
        }
    }

    /** Asks for a sign that all that was done before has arrived. Only for who has connected, be it over by now. */
    CompletableFuture<Event.Answer> beginFence() {
        return Objects.requireNonNull(wire).send(new Command.Sync());
    }

    /** Waits for that sign; the end of the connection is one as well. */
    void endFence(CompletableFuture<Event.Answer> fence) throws StepFailed, InterruptedException {
        try {
            transcript.forget(await(fence));
        } catch (Disconnected e) {
            boolean ended = transcript.awaitEnd(Deadline.in(patience)); // the transcript is the last to be told
            assert ended : name;
        }
    }

    /** Makes sure that all that was done before has arrived, or that nothing more is to come. */
    void fence() throws StepFailed, InterruptedException {
        if (transcript.stalls()) {
            throw new StepFailed(name + " reads nothing, and so cannot tell what does not come: resume first");
        }
        if (connected()) {
            endFence(beginFence());
        } else if (wire != null) {
            var _ = transcript.awaitEnd(Deadline.in(patience)); // what is there, is there, and no more comes
        }
        Optional<Disconnected> end = transcript.end();
        if (end.isPresent() && !left && !transcript.saidGoodbye()) {
            throw over(end.get());
        }
    }

    private Event.Answer await(CompletableFuture<Event.Answer> answer)
            throws StepFailed, Disconnected, InterruptedException {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Disconnected why ? why : new Disconnected(e.toString());
        } catch (TimeoutException e) {
            throw new StepFailed("the server did not answer " + name + " within " + Failure.time(patience));
        }
    }

    private Client live() throws StepFailed {
        Client live = wire;
        if (live == null) {
            throw new StepFailed(name + " has not connected");
        }
        Optional<Disconnected> end = transcript.end();
        if (end.isPresent()) {
            throw over(end.get());
        }
        return live;
    }

    StepFailed over(Disconnected why) {
        return new StepFailed(name + "'s connection is over: " + why.getMessage());
    }

    /** Says goodbye and waits until the server has ended the connection. */
    Event.Answer quit(@Nullable String why) throws StepFailed, InterruptedException {
        Event.Answer answer = ask(new Command.Quit(why));
        if (answer instanceof Event.Bye) {
            awaitEnd();
        }
        return answer;
    }

    /** Ends its side of the connection without a goodbye and waits until the server has ended the other. */
    void drop() throws StepFailed, InterruptedException {
        live().hangUp();
        transcript.readOn();
        awaitEnd();
    }

    private void awaitEnd() throws StepFailed, InterruptedException {
        left = true;
        if (!transcript.awaitEnd(Deadline.in(patience))) {
            Objects.requireNonNull(wire).drop();
            throw new StepFailed("the server did not end " + name + "'s connection within " + Failure.time(patience)
                    + ": it may not have noticed that " + name + " is gone");
        }
    }

    /** The room that is meant when none is named. */
    String room() throws StepFailed {
        var _ = live(); // if it is over, that is what is wrong, not that it is nowhere
        return self.room();
    }

    /** The connection is gone from one moment to the next. */
    void lose() throws StepFailed, InterruptedException {
        Client lost = wire;
        if (lost != null && connected()) {
            transcript.readOn();
            lost.drop();
            awaitLoss();
        }
    }

    /** Waits for an end that is not of this client's doing. */
    void awaitLoss() throws StepFailed, InterruptedException {
        transcript.readOn();
        if (wire != null && !transcript.awaitEnd(Deadline.in(patience))) {
            throw new StepFailed(name + "'s connection did not end within " + Failure.time(patience));
        }
    }

    /** Ends the connection without a goodbye, if there is one. */
    void hangUp() {
        transcript.readOn();
        Client open = wire;
        if (open != null) {
            open.drop();
        }
    }

    /** Ends the connection with a goodbye, if there is one. */
    void close() {
        transcript.readOn();
        Client open = wire;
        if (open != null) {
            open.close();
        }
    }
}
