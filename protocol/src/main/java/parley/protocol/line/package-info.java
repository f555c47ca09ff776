/** Cuts a stream of bytes into lines, with a bound on their length. */
@NullMarked
package parley.protocol.line;

import org.jspecify.annotations.NullMarked;
