/**
 * The load generator: members that only count, publishers that only send, and a report of what went through, how fast,
 * in which order, and what it cost the server.
 */
@NullMarked
package parley.chatc.load;

import org.jspecify.annotations.NullMarked;
