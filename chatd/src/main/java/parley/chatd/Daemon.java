package parley.chatd;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chatd.config.Config;
import parley.chatd.config.Listening;
import parley.chatd.config.Listening.DialectName;
import parley.chatd.core.ChatServer;
import parley.chatd.core.Engine;
import parley.chatd.dialect.irc.IrcNetwork;
import parley.chatd.metrics.MetricsServer;
import parley.chatd.net.Admission;
import parley.protocol.Address;
import parley.protocol.recording.Recorder;

/**
 * A running server: it owns listeners, connections and engine, and closes them in that order. In a test or another
 * program it is started and closed like any resource.
 */
public final class Daemon implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);
    private static final Duration TICK = Duration.ofMillis(500);
    /** More than the time that each connection has for its last words. */
    private static final Duration DRAIN = Duration.ofSeconds(8);

    private volatile Config config;
    private final ChatServer server;
    private final IrcNetwork irc;
    private final Admission admission;
    private final List<Door> doors = new ArrayList<>();
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("ticker").daemon().factory());

    private @Nullable MetricsServer metrics;
    private volatile Runnable afterTick = () -> {
    };
    private Optional<Recorder> recorder = Optional.empty();
    private long turnedAway;

    private Daemon(Config config, Engine engine) {
        this.config = config;
        this.admission = new Admission(config.bounds());
        this.server = new ChatServer(config.settings(), engine, InstantSource.system());
        this.irc = new IrcNetwork(server, () -> this.config.irc(), InstantSource.system());
    }

    /**
     * Starts a server. When this returns, it accepts connections.
     *
     * @param engine closed with the server
     * @throws CannotListen if an address cannot be had; nothing is left running then
     */
    public static Daemon start(Config config, Engine engine) throws CannotListen {
        Daemon daemon = new Daemon(config, engine);
        try {
            daemon.listen();
            return daemon;
        } catch (CannotListen e) {
            daemon.close();
            throw e;
        }
    }

    private void listen() throws CannotListen {
        for (Listening place : config.listen()) {
            doors.add(Door.open(place));
        }
        Optional<Address> watched = config.metrics();
        if (watched.isPresent()) {
            watch(watched.get());
        }
        recorder =
                config.record().isPresent() ? Optional.of(Recordings.begin(config.record().get())) : Optional.empty();
        doors.forEach(door -> door.accept(server, irc, admission, connections, recorder));
        var _ = ticker.scheduleAtFixedRate(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void watch(Address address) throws CannotListen {
        try {
            metrics = MetricsServer.open(address, server, admission);
            LOG.info("metrics and health are at http://{}/", metrics.address());
        } catch (IOException e) {
            throw new CannotListen(address, e);
        }
    }

    /**
     * Goes by another configuration from now on, without anyone losing their connection. Addresses and history stay as
     * they are: those it has from its start on.
     */
    public void reload(Config next) {
        config = next;
        admission.reconfigure(next.bounds());
        server.reconfigure(next.settings());
    }

    /** Has this done when an operator asks for the configuration to be read again. */
    void onRehash(Runnable reload) {
        irc.onRehash(reload);
    }

    private void tick() {
        try {
            server.tick();
            doors.forEach(door -> door.tick(config.settings().limits().hello()));
            tellOfTurnedAway();
            afterTick.run();
        } catch (RuntimeException e) {
            // Thrown on, it would silently end all later ticks.
            LOG.error("looking after sessions failed", e);
        }
    }

    /** Whoever opens connections in masses does not fill the log with them. Only on the ticker's thread. */
    private void tellOfTurnedAway() {
        long all = admission.turnedAway();
        if (all > turnedAway) {
            LOG.warn("{} connections were turned away: there are as many as there may be", all - turnedAway);
            turnedAway = all;
        }
    }

    /** Has something done every second from now on, as long as sessions are looked after. It must not wait. */
    void eachTick(Runnable task) {
        afterTick = task;
    }

    /** Where the server listens first, with the port it really has. */
    public Address address() {
        return addresses().getFirst();
    }

    /** Where the server listens, in the order of its configuration, with the ports it really has. */
    public List<Address> addresses() {
        return doors.stream().map(Door::address).toList();
    }

    /** Where it listens for IRC first, if anywhere. */
    public Optional<Address> ircAddress() {
        return doors.stream().filter(door -> door.place().dialect() == DialectName.IRC).map(Door::address).findFirst();
    }

    /** The same for people. */
    String signs() {
        return doors.stream().map(Door::sign).collect(Collectors.joining(", "));
    }

    /**
     * Reads the certificates of all listeners anew, for connections to come; those that are there go on.
     *
     * @return what is wrong with the new ones, a sentence each: where something is, the old ones stay
     */
    public List<String> reloadCertificates() {
        return doors.stream().map(Door::reload).flatMap(Optional::stream).toList();
    }

    /** Where it tells how it is, if anywhere. */
    public Optional<Address> metricsAddress() {
        return Optional.ofNullable(metrics).map(MetricsServer::address);
    }

    /** The chat itself, for those who look on from inside. */
    public ChatServer chat() {
        return server;
    }

    /** Closes with the usual goodbye. */
    @Override
    public void close() {
        close("the server is shutting down");
    }

    /** Takes no new connections, says goodbye to all sessions, waits until each has read it or a bound has passed. */
    public void close(String why) {
        doors.forEach(Door::close);
        server.endAll(why);
        connections.shutdown();
        try {
            if (!connections.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} connections did not end in time and are cut", server.sessionCount());
                connections.shutdownNow();
            }
        } catch (InterruptedException e) {
            connections.shutdownNow();
            Thread.currentThread().interrupt();
        }
        ticker.shutdownNow();
        server.close();
        if (metrics != null) {
            metrics.close();
        }
        recorder.ifPresent(Recordings::end);
    }
}
