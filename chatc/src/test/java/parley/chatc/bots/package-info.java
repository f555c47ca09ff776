/** Bots, to be recorded and tested. */
@NullMarked
package parley.chatc.bots;

import org.jspecify.annotations.NullMarked;
