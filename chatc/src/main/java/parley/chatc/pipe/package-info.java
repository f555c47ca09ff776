/**
 * chatc as a part of a shell's pipe: every line of the input becomes a message, and what arrives becomes lines of the
 * output. Nothing of a library for terminals is used here, so that a {@code send} is quick to start.
 */
@NullMarked
package parley.chatc.pipe;

import org.jspecify.annotations.NullMarked;
