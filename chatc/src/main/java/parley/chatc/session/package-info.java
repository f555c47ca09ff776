/**
 * How chatc comes in: connects, says hello under a nick that is free, and takes a seat in a room. A refusal on this way
 * ends the way, so here it is an exception, {@link parley.chatc.session.NotDone}. A
 * {@link parley.chatc.session.LastingSession} comes in again whenever its connection is lost.
 */
@NullMarked
package parley.chatc.session;

import org.jspecify.annotations.NullMarked;
