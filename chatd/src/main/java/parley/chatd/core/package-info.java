/**
 * The chat itself: rooms, members, sessions and who is called what. It knows no sockets, no JSON and no IRC, and can be
 * driven by plain method calls; {@code CoreIsolationTest} holds that.
 *
 * <p>A {@link parley.chatd.core.Session} executes commands. What is for a room goes to the
 * {@link parley.chatd.core.Engine}, which puts it in order and hands it back committed; only then does the
 * {@link parley.chatd.core.Room} apply it and offer it to each member's {@link parley.chatd.core.Outbox}. So all members
 * see one order, and nobody sees what could still be lost.
 *
 * <p>What a client sends in one go is done {@linkplain parley.chatd.core.Session#together together}: messages to one room
 * that follow each other are one {@link parley.chatd.core.Run} for the engine, the room, and every outbox.
 *
 * <h2>Threads and locks</h2>
 *
 * <ul>
 * <li>A session's commands run on one thread at a time: that of its connection. So do its beginning and its end, unless
 * the server ends it: then its seats and its nick are given up on a thread for that alone, once no command is being done.
 * <li>Committed events come on whatever thread the engine commits on, one at a time and in order for each room. That is
 * what guards a room's seats; readers see a snapshot.
 * <li>What a session has outstanding has a lock of its own, and so have its gate, which guards what is held back until it
 * is welcome, and its outbox.
 * </ul>
 *
 * Order: the engine's, then those of the map of rooms, what is outstanding, a session's gate, an outbox's. Nobody calls
 * the engine while holding one of the others, nor from within a map's {@code compute}, and none is held during I/O: an
 * offer to an outbox never waits.
 */
@NullMarked
package parley.chatd.core;

import org.jspecify.annotations.NullMarked;
