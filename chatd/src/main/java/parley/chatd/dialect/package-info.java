/** Dialects: spellings of the one vocabulary on the wire. */
@NullMarked
package parley.chatd.dialect;

import org.jspecify.annotations.NullMarked;
