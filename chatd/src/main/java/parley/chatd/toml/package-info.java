/**
 * Reads TOML so that a person who made a mistake learns where it is and what was probably meant. It knows nothing of what
 * a file is about, so that the daemon's configuration and the client's settings are read in the same way.
 */
@NullMarked
package parley.chatd.toml;

import org.jspecify.annotations.NullMarked;
