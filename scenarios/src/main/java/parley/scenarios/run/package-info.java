/**
 * Does what scenarios say. A {@link parley.scenarios.run.Stage} has a server and the clients of one scenario and plays
 * step after step; a {@link parley.scenarios.run.Runner} takes it through a whole scenario.
 *
 * <h2>How steps wait</h2>
 *
 * Nothing sleeps and nothing polls. What arrives goes into the client's {@code Transcript} on the reader's thread; a
 * step waits there on a condition. Four rules make scenarios mean what they say:
 *
 * <ol>
 * <li>A step in which a client does something ends when the server has answered it, so the next one comes after it.
 * <li>A connection that drops has dropped when the server has ended its side too: by then it has told the others.
 * <li>Whatever looks for something to be absent is fenced first: everyone else's {@code sync} and then the client's own
 * have been answered, so all that anybody did before has arrived. Where answers do not prove that, on servers of IRC that
 * others wrote, there are signs besides: {@link parley.scenarios.fence}.
 * <li>What a client saw in a step is used up, and so is what came before it in the same room.
 * </ol>
 *
 * <h2>Threads</h2>
 *
 * One thread plays a stage from beginning to end. Besides it there are the clients' readers; they touch nothing but
 * their transcript, whose lock guards what has arrived.
 */
@NullMarked
package parley.scenarios.run;

import org.jspecify.annotations.NullMarked;
