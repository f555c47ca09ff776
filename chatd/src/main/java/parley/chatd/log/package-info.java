/** How the command writes its log. Whoever embeds a server has a log of their own, and never loads this. */
@NullMarked
package parley.chatd.log;

import org.jspecify.annotations.NullMarked;
