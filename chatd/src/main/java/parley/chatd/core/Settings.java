package parley.chatd.core;

import java.time.Duration;
import java.util.List;

/**
 * What the people who run a server decide about the chat.
 *
 * @param server name and version, as a welcome shows them
 * @param motd the message of the day, perhaps empty
 * @param rooms where everyone has a seat from the start; these stay open when they are empty
 */
public record Settings(String server, String motd, List<RoomName> rooms, Limits limits) {

    public Settings {
        rooms = List.copyOf(rooms);
    }

    /**
     * How much one client may take.
     *
     * @param nickLength characters of a nick
     * @param textBytes UTF-8 bytes of a message, a topic or a reason
     * @param rooms seats one session may have
     * @param recall messages in one answer from the history
     * @param hello how long a connection may take to say hello
     * @param idle how long a session may be silent before it is asked for a sign of life, and then again before it is
     *         ended
     */
    public record Limits(int nickLength, int textBytes, int rooms, int recall, Duration hello, Duration idle) {
        public static final Limits DEFAULT =
                new Limits(32, 8192, 100, 1000, Duration.ofSeconds(30), Duration.ofMinutes(2));
    }
}
