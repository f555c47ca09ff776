/** What both programs need to say things to people. */
@NullMarked
package parley.protocol.text;

import org.jspecify.annotations.NullMarked;
