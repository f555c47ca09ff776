/** The configuration: what can be decided, its defaults, and the file it is read from. */
@NullMarked
package parley.chatd.config;

import org.jspecify.annotations.NullMarked;
