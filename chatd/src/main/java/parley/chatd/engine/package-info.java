/**
 * The engines: {@link parley.chatd.engine.MemoryEngine} for servers that are thrown away,
 * {@link parley.chatd.engine.FileEngine} for those that remember.
 */
@NullMarked
package parley.chatd.engine;

import org.jspecify.annotations.NullMarked;
