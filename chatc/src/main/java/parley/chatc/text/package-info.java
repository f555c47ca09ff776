/**
 * Text on its way to people: made safe for a terminal, put into one plain line, cut to what a message may hold.
 *
 * <p>Everything that came from a server goes through {@link parley.chatc.text.SafeText} before it is shown, be it a
 * message, a nick, a room or the reason of a refusal.
 */
@NullMarked
package parley.chatc.text;

import org.jspecify.annotations.NullMarked;
