package parley.chatc.talk;

import java.util.List;

/**
 * The names that can be completed.
 *
 * @param nicks who else is in the current room
 * @param everyone who else is in any room that this client is in
 * @param rooms the rooms that this client has heard of
 */
record Known(List<String> nicks, List<String> everyone, List<String> rooms) {

    static final Known NOTHING = new Known(List.of(), List.of(), List.of());

    Known {
        nicks = List.copyOf(nicks);
        everyone = List.copyOf(everyone);
        rooms = List.copyOf(rooms);
    }
}
