/**
 * Bytes: listeners accept connections, a connection reads lines on a thread of its own, in turns with the others, and
 * hands them to its dialect, an outbox writes. Blocking I/O on virtual threads throughout.
 */
@NullMarked
package parley.chatd.net;

import org.jspecify.annotations.NullMarked;
