/**
 * Records sessions and plays them again: as the clients, against a server, or as the server, for a bot under test.
 * {@link parley.scenarios.recording.Proxy} records; a replay is a {@code Play}, which acts one side of a recording and
 * holds what the other side does against it. The format itself is in {@link parley.protocol.recording}.
 */
@NullMarked
package parley.scenarios.recording;

import org.jspecify.annotations.NullMarked;
