/**
 * The command line. {@link parley.chatc.Chatc} is the command, with a class for each subcommand; they read options,
 * have the work done and turn what came of it into an exit status.
 *
 * <p>{@link parley.chatc.session} comes in, {@link parley.chatc.pipe} is the part of a shell's pipe,
 * {@link parley.chatc.talk} the one for people at a terminal, {@link parley.chatc.text} makes text fit to be shown and
 * sent.
 */
@NullMarked
package parley.chatc;

import org.jspecify.annotations.NullMarked;
