package parley.chatd.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.Role;
import parley.protocol.RoomChange;

/**
 * What the people who run a server decide about the chat.
 *
 * @param server name and version, as a welcome shows them
 * @param motd the message of the day, perhaps empty
 * @param rooms those that stay open when they are empty
 * @param accounts by the key of their nick
 */
public record Settings(String server, String motd, List<StandingRoom> rooms, Map<String, Account> accounts,
        Limits limits) {

    public Settings {
        rooms = List.copyOf(rooms);
        accounts = Map.copyOf(accounts);
    }

    /**
     * A room that is there from the start.
     *
     * @param everyone whether everybody who may has a seat there from the start
     * @param topic as long as nobody has set another; perhaps empty
     * @param rules what is different from other rooms, as long as no operator changes it
     * @param roles of accounts, by the key of their nick
     */
    public record StandingRoom(RoomName name, boolean everyone, String topic, RoomChange rules,
            Map<String, Role> roles) {
        public StandingRoom {
            roles = Map.copyOf(roles);
        }

        /** A room like any other in which everyone has a seat. */
        public static StandingRoom open(RoomName name) {
            return new StandingRoom(name, true, "", RoomChange.NONE, Map.of());
        }
    }

    Optional<StandingRoom> room(RoomName name) {
        return rooms.stream().filter(room -> room.name().equals(name)).findFirst();
    }

    /** The account of that name, or of one that counts as the same. */
    public Optional<Account> accountNamed(String name) {
        return Nick.read(name, limits.nickLength()) instanceof Nick.Valid valid
                ? account(valid.nick().key())
                : Optional.empty();
    }

    Optional<Account> account(@Nullable String key) {
        return key == null ? Optional.empty() : Optional.ofNullable(accounts.get(key));
    }

    /**
     * How much one client may take.
     *
     * @param nickLength characters of a nick
     * @param textBytes UTF-8 bytes of a message, a topic or a reason
     * @param rooms seats one session may have
     * @param recall messages in one answer from the history
     * @param restrictions bans, mutes and exceptions of one room, or of the server
     * @param hello how long a connection may take to say hello
     * @param idle how long a session may be silent before it is asked for a sign of life, and then again before it is
     *         ended
     * @param pace how fast it may ask for things
     */
    public record Limits(int nickLength, int textBytes, int rooms, int recall, int restrictions, Duration hello,
            Duration idle, Pace pace) {
        public static final Limits DEFAULT =
                new Limits(32, 8192, 100, 1000, 500, Duration.ofSeconds(30), Duration.ofMinutes(2), Pace.DEFAULT);
    }
}
