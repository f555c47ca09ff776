/** The engines: where rooms get their order and keep their history. */
@NullMarked
package parley.chatd.engine;

import org.jspecify.annotations.NullMarked;
