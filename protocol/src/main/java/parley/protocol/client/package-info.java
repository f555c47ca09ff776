/**
 * The client: {@link parley.protocol.client.Client} sends commands and gets their answers, an
 * {@link parley.protocol.client.Inbox} keeps what else arrives until somebody takes it.
 */
@NullMarked
package parley.protocol.client;

import org.jspecify.annotations.NullMarked;
