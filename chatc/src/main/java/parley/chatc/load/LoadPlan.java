package parley.chatc.load;

import java.time.Duration;
import parley.chatc.session.Server;

/**
 * What is asked of a server.
 *
 * @param members how many receive, spread evenly over the rooms
 * @param rooms each with one publisher
 * @param stalled how many more there are who never read, spread over the rooms
 * @param payload bytes of each text
 * @param window how many messages of a room may be on their way to its members; not used with a rate
 * @param rate messages a second over all rooms, whatever comes back; 0 for as fast as the window allows
 * @param warmUp how long it runs before anything counts
 * @param duration how long it counts
 */
public record LoadPlan(Server server, Wire wire, int members, int rooms, int stalled, int payload, int window, int rate,
        Duration warmUp,
        Duration duration) {

    int membersPerRoom() {
        return Math.max(1, members / rooms);
    }
}
