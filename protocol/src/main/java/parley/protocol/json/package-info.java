/**
 * The JSON-lines dialect: one JSON object a line, {@code do} for what a client asks, {@code on} for what a server
 * tells. {@link parley.protocol.json.JsonLines} is the door; the reference is the module's README.
 */
@NullMarked
package parley.protocol.json;

import org.jspecify.annotations.NullMarked;
