/**
 * IRC, as Modern IRC (modern.ircdocs.horse) and IRCv3 describe it, over the same rooms. {@link IrcNetwork} is what all
 * its connections share, {@link IrcDialect} one connection; {@link Verbs} is the table of what clients can say, and
 * {@link EventLines} how they are told of what happens.
 */
@NullMarked
package parley.chatd.dialect.irc;

import org.jspecify.annotations.NullMarked;
