/**
 * Commands that are run because of what somebody said. The text of a message reaches a command in its environment and on
 * its standard input, never among its arguments and never through a shell, so that nothing in it is ever executed.
 */
@NullMarked
package parley.chatc.job;

import org.jspecify.annotations.NullMarked;
