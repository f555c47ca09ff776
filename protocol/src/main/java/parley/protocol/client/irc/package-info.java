/**
 * The client's half of IRC: {@link parley.protocol.client.irc.IrcClientDialect} has any IRC server understand the
 * commands of {@link parley.protocol.Command}, and tells what it says as {@link parley.protocol.Event}s.
 *
 * <p>IRC answers most commands with nothing at all, others with several numerics. So each command is followed by a
 * {@code PING} with a mark of its own: a server does one client's lines in their order, and when the mark comes back,
 * all that it had to say to the command has come, too. The first error among it is the refusal.
 *
 * @see <a href="https://modern.ircdocs.horse/">Modern IRC</a>
 */
@NullMarked
package parley.protocol.client.irc;

import org.jspecify.annotations.NullMarked;
