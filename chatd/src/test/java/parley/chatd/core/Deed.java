package parley.chatd.core;

import parley.protocol.Command;

/** Something that one of the people of a {@link ModelTest} does. Who is gone comes back with their next deed. */
sealed interface Deed {

    int who();

    record Does(int who, Command command) implements Deed {
    }

    /** Their connection is gone. */
    record Vanishes(int who) implements Deed {
    }
}
