/**
 * The IRC dialect's lines, as both ends read and spell them: RFC 1459 and 2812, Modern IRC
 * (modern.ircdocs.horse), and the message tags of IRCv3.
 */
@NullMarked
package parley.protocol.irc;

import org.jspecify.annotations.NullMarked;
