/**
 * The daemon. {@link parley.chatd.Chatd} is the command, {@link parley.chatd.Daemon} a running server, for that command
 * and for whoever embeds one.
 *
 * <p>{@link parley.chatd.core} is the chat, {@link parley.chatd.engine} its order and history,
 * {@link parley.chatd.net} moves bytes, {@link parley.chatd.dialect} turns lines into commands and events into bytes,
 * {@link parley.chatd.config} reads what the person who runs it decided.
 */
@NullMarked
package parley.chatd;

import org.jspecify.annotations.NullMarked;
