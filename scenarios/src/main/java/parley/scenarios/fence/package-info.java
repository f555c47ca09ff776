/**
 * How a client knows that what others did has reached it, whatever server it is on: fences for clients that are driven by
 * scenarios and for those that are played from recordings.
 *
 * <h2>What a ping proves</h2>
 *
 * Before it looks for something to be absent, a client has all others' pings answered and then its own. How much that
 * proves is the server's doing:
 *
 * <table>
 * <caption>What is promised where</caption>
 * <tr><th>server</th><th>what is sent besides the pings</th><th>so that it holds</th></tr>
 * <tr><td>chatd, over JSON lines or IRC</td><td>nothing: it says that a ping is a fence there
 * ({@link parley.protocol.irc.Promise#FENCE})</td><td>always</td></tr>
 * <tr><td>one server of IRC</td><td>by each other client, before its ping, a {@code NOTICE} to the one that
 * looks</td><td>wherever the server passes a client's messages on in their order, however late</td></tr>
 * <tr><td>linked servers of IRC</td><td>by the one that looks, after the others' pings, a {@code TIME} to each server
 * that others are or were on</td><td>always: the answer takes the way that all takes which comes from that
 * server</td></tr>
 * </table>
 *
 * <p>Between servers it is no notice, because that needs to know where it goes: a nick that is new, or has changed, may
 * not be known on the sender's side of a slow link yet; servers do not say so ("automatic replies MUST NEVER be sent in
 * response to a NOTICE message", RFC 2812, section 3.3.2); and who has dropped can send none, though their quit is still
 * on its way. A server's name is none of that. Servers that are not linked do not know each other's names, say so, and
 * nothing that is done on one reaches the other.
 *
 * <p>It is a notice to the client and none to the rooms that both are in: others would see that, and rooms may refuse
 * it. A server that has several threads and may pass on what is said in a room later than a notice that follows it is
 * not fenced by this.
 *
 * <p>What a server refuses to pass on (401, 404, 531, …) cannot be waited for; then the pings have to do. What neither
 * comes nor is refused is a fence that did not close, and is said to be one.
 *
 * <h2>What is seen of it</h2>
 *
 * Nothing: notices, answers and refusals are taken out of what clients hear, whoever else is to hear it. A client that
 * has done nothing since its last sign sends none: on servers that charge for each line, fences cost no more than they
 * must.
 */
@NullMarked
package parley.scenarios.fence;

import org.jspecify.annotations.NullMarked;
