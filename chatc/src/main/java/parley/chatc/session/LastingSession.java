package parley.chatc.session;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Refusal;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Listener;

/**
 * A session that outlasts its connections. When one is lost, it connects again, first soon and then ever more seldom,
 * under the same nick and in the same rooms; the listener is told what was said meanwhile, each message once, and what
 * was asked meanwhile is sent, each message once. A message that comes too fast for the server is sent again when it
 * said, and those after it wait.
 *
 * <p>Any thread may ask. A thread of its own connects and sends. The listener is called by whichever connection there
 * is, one call at a time, and learns of the end only when the session is over for good. So that nothing is missed in a
 * room where nobody has spoken yet, ask for its history once.
 */
public final class LastingSession implements Closeable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    /** How long to wait after a message that came too fast, where the server does not say. */
    private static final Duration UNTOLD = Duration.ofSeconds(1);

    private final Opening opening;
    private final Listener listener;
    private final Consumer<Contact> contacts;
    private final Backoff backoff;
    private final Pending pending = new Pending();
    private final Places places = new Places();
    private final Watch watch;
    private final String refs;
    private final AtomicLong lastNumber = new AtomicLong();
    private final CountDownLatch settled = new CountDownLatch(1);
    private final AtomicBoolean told = new AtomicBoolean();
    private final Live first;
    private volatile Live live;

    private LastingSession(Opening opening, NickWish wish, Rhythm rhythm, Listener listener, Consumer<Contact> contacts)
            throws IOException, InterruptedException {
        this.opening = opening;
        this.listener = listener;
        this.contacts = contacts;
        RandomGenerator random = new SplittableRandom();
        this.refs = Long.toHexString(random.nextLong()) + "-";
        this.backoff = new Backoff(rhythm.first(), rhythm.most(), random);
        this.first = open(wish, Map.of(), welcomed -> {
            // Whoever opens a session for the first time gets the welcome as the result.
        });
        this.live = first;
        this.watch = new Watch(pending, rhythm.silence());
        watch.over(first);
    }

    /**
     * Opens it.
     *
     * @param contacts is told whenever contact is lost, regained, or ended
     * @throws parley.protocol.client.Unreachable if no server answers there now
     * @throws NotDone if the server refuses
     */
    public static LastingSession open(Opening opening, NickWish wish, Rhythm rhythm, Listener listener,
            Consumer<Contact> contacts) throws IOException, InterruptedException {
        LastingSession session = new LastingSession(opening, wish, rhythm, listener, contacts);
        Thread.ofPlatform().daemon().name("lasting-session").start(session::last);
        return session;
    }

    /** The session as it was opened first. */
    public Session session() {
        return first.session();
    }

    /**
     * Takes a seat in a room, on the first connection. From here on nothing that is said there is missed, though nobody
     * has spoken yet; the listener is told the last message there, as past.
     *
     * @return the room's name as the server spells it
     * @throws Disconnected if that connection is over
     * @throws NotDone if the server refuses
     */
    public String enter(String room) throws IOException, InterruptedException {
        String entered = session().enter(room);
        places.done(new Command.Join(entered), Event.Done.in(entered));
        Command recall = new Command.Recall(entered, null, null, 1);
        places.done(recall, session().ask(recall, Event.Done.class));
        return entered;
    }

    /**
     * Asks, now or as soon as there is a connection.
     *
     * @return the answer to come, on the thread that brings the events; ends with {@link NotAnswered} if nobody will
     *         know whether it was done, or if it will not be
     */
    public CompletableFuture<Event.Answer> ask(Command command) {
        long number = lastNumber.incrementAndGet();
        Asked asked = new Asked(number, command, refs + number, new CompletableFuture<>());
        pending.add(asked);
        return asked.answer();
    }

    private void last() {
        try {
            for (Optional<Live> next = Optional.of(live); next.isPresent(); next = comeBack(next.get())) {
                send(next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            settled.countDown();
        }
    }

    private Live open(NickWish wish, Map<String, Cursor> resume, Consumer<Event.Welcomed> welcome)
            throws IOException, InterruptedException {
        Incoming incoming = new Incoming(places, listener, welcome, !resume.isEmpty());
        return new Live(opening.open(wish, resume, incoming), incoming);
    }

    /** Sends what there is to send until the connection is over, or all is sent that ever will be. */
    private void send(Live now) throws InterruptedException {
        pending.connect(now);
        var _ = now.incoming().over().thenRun(() -> pending.disconnect(now));
        for (Optional<Asked> next = pending.next(); next.isPresent(); next = pending.next()) {
            send(now, next.get());
        }
    }

    private void send(Live now, Asked asked) {
        places.sending(asked);
        var _ = now.client().send(asked.command(), asked.ref())
                .thenAccept(answer -> answered(asked, answer));
    }

    private void answered(Asked asked, Event.Answer answer) {
        if (asked.isMessage() && answer instanceof Event.Refused refused && refused.why() == Refusal.RATE_LIMITED) {
            pending.hold(asked, Objects.requireNonNullElse(refused.retryAfter(), UNTOLD));
            return;
        }
        pending.answered(asked);
        places.answered(asked, answer);
        asked.answer().complete(answer);
    }

    /** Opens the next connection once this one is lost; empty if there is to be none. */
    private Optional<Live> comeBack(Live lost) throws InterruptedException {
        if (!lost.isOver()) {
            return Optional.empty(); // all is sent that ever will be
        }
        String why = lost.incoming().over().join();
        pending.takeBack(why);
        Optional<String> dismissal = lost.incoming().dismissal();
        dismissal.ifPresent(this::end);
        return dismissal.isPresent() ? Optional.empty() : tryAgain(why);
    }

    private Optional<Live> tryAgain(String lost) throws InterruptedException {
        String why = lost;
        while (pause(why)) {
            try {
                return Optional.of(reopen());
            } catch (NotDone e) {
                why = String.valueOf(e.getMessage());
                if (!e.mayPass()) {
                    end(why);
                    return Optional.empty();
                }
            } catch (IOException e) {
                why = String.valueOf(e.getMessage());
            }
        }
        return Optional.empty();
    }

    private boolean pause(String why) throws InterruptedException {
        Duration pause = backoff.next();
        contacts.accept(new Contact.Lost(why, pause));
        return pending.pause(pause);
    }

    private Live reopen() throws IOException, InterruptedException {
        Live again = open(NickWish.exactly(places.nick()), places.resume(),
                welcomed -> contacts.accept(new Contact.Regained(welcomed)));
        live = again;
        watch.over(again);
        if (pending.isFinished()) {
            again.client().close();
        }
        // All that was missed comes before this answer; nothing else from a history, for nothing else was asked yet.
        again.client().ask(new Command.Sync());
        again.incoming().caughtUp();
        backoff.reset();
        for (Command.Join join : places.anew()) {
            if (again.client().ask(join) instanceof Event.Refused refused) {
                listener.delivered(Delivery.of(refused));
            }
        }
        return again;
    }

    private void end(String why) {
        pending.finish();
        pending.giveUp(why);
        contacts.accept(new Contact.Ended(why));
        tellOfEnd(why);
    }

    private void tellOfEnd(String why) {
        if (!told.getAndSet(true)) {
            listener.ended(new Disconnected(why));
        }
    }

    @Override
    public void close() {
        quit(null);
    }

    /** Sends what there is to send, if there is a connection, and says goodbye. */
    public void quit(@Nullable String why) {
        pending.finish();
        try {
            var _ = settled.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        live.client().quit(why);
        watch.close();
        pending.giveUp("goodbye");
        tellOfEnd("goodbye");
    }
}
