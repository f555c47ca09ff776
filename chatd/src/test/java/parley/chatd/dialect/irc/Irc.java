package parley.chatd.dialect.irc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.chatd.accounts.ScramVerifier;
import parley.chatd.core.Account;
import parley.chatd.core.ChatServer;
import parley.chatd.core.Nick;
import parley.chatd.core.Origin;
import parley.chatd.core.Pace;
import parley.chatd.core.RoomName;
import parley.chatd.core.Settings;
import parley.chatd.core.Settings.Limits;
import parley.chatd.core.Settings.StandingRoom;
import parley.chatd.engine.MemoryEngine;

/** A chat without sockets to which people come over IRC and over JSON lines; its clock stands. */
final class Irc {

    static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123Z");
    static final Limits LIMITS =
            new Limits(32, 4000, 5, 10, 500, Duration.ofSeconds(30), Duration.ofMinutes(2), Pace.DEFAULT);

    private final ChatServer chat;
    private final IrcNetwork network;
    private IrcNames names = new IrcNames("irc.test", "Test", List.of("ann@test"), Optional.empty());
    private final Clock clock = new Clock();

    /** Stands until it is told to go on. */
    static final class Clock implements InstantSource {
        private volatile Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        synchronized void advance(Duration time) {
            now = now.plus(time);
        }
    }

    Irc(String motd, String... rooms) {
        this(settings(motd, LIMITS, Map.of(), rooms));
    }

    Irc(Settings settings) {
        chat = new ChatServer(settings, new MemoryEngine(1000), clock, Runnable::run);
        network = new IrcNetwork(chat, () -> names, clock);
    }

    static Settings settings(String motd, Limits limits, Map<String, Account> accounts, String... rooms) {
        Stream<RoomName> names = Arrays.stream(rooms).map(it -> ((RoomName.Valid) RoomName.read(it)).room());
        return new Settings("chatd test", motd, names.map(StandingRoom::open).toList(), accounts, limits);
    }

    /** An operator of the server, whose password is {@code secret}. */
    static Map<String, Account> operator(String nick) {
        return account(nick, true, Set.of());
    }

    /** An account that these certificates do for. */
    static Map<String, Account> account(String nick, Set<String> certificates) {
        return account(nick, false, certificates);
    }

    /** An account that SCRAM-SHA-256 logs in to; its password is {@code secret}, and guessing it is cheap. */
    static Map<String, Account> scram(String nick) {
        Nick name = ((Nick.Valid) Nick.read(nick, 32)).nick();
        ScramVerifier verifier = ScramVerifier.read("SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$"
                + "bpq6mgw3iSqp1KV8rJl0GL6U7zFUFmok4g9ad338qAA=:0lCV+0qJolGHhrHx1tm7nVErmY0Neq9ZEJyq74xtC8g=")
                .orElseThrow();
        return Map.of(name.key(), new Account(name, verifier, false, Set.of()));
    }

    private static Map<String, Account> account(String nick, boolean operator, Set<String> certificates) {
        Nick name = ((Nick.Valid) Nick.read(nick, 32)).nick();
        return Map.of(name.key(),
                new Account(name, password -> password.text().equals("secret"), operator, certificates));
    }

    ChatServer chat() {
        return chat;
    }

    /** Clients are to come over TLS from now on. */
    void wantTls(int port, Duration duration) {
        names = new IrcNames("irc.test", "Test", List.of(), Optional.of(new IrcNames.Sts(port, duration)));
    }

    Clock clock() {
        return clock;
    }

    IrcNetwork network() {
        return network;
    }

    /** Somebody who has said nothing yet. */
    IrcPerson open() {
        return new IrcPerson(this, Origin.local());
    }

    IrcPerson open(Origin origin) {
        return new IrcPerson(this, origin);
    }

    /** Somebody who is welcome; what they were told until then is forgotten. */
    IrcPerson connect(String nick) {
        IrcPerson person = open();
        person.says("NICK " + nick, "USER " + nick + " 0 * :" + nick + " of Test");
        person.told();
        return person;
    }

    /** Somebody who understands these capabilities as well. */
    IrcPerson connect(String nick, String caps) {
        IrcPerson person = open();
        person.says("CAP REQ :" + caps, "NICK " + nick, "USER " + nick + " 0 * :" + nick + " of Test", "CAP END");
        person.told();
        return person;
    }

    /** Somebody over JSON lines. */
    JsonPerson json(String nick) {
        return new JsonPerson(chat, nick);
    }
}
