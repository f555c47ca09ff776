/**
 * The words of Parley: what a client asks ({@link parley.protocol.Command}), what a server tells
 * ({@link parley.protocol.Event}) and why it would not ({@link parley.protocol.Refusal}).
 *
 * <p>Nothing here knows how the words are spelt. {@link parley.protocol.json} spells them as JSON lines,
 * {@link parley.protocol.line} cuts a stream into lines, {@link parley.protocol.client} speaks them.
 */
@NullMarked
package parley.protocol;

import org.jspecify.annotations.NullMarked;
