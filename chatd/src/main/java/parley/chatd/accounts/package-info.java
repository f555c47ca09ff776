/** How passwords are kept: as hashes that are expensive to guess from. */
@NullMarked
package parley.chatd.accounts;

import org.jspecify.annotations.NullMarked;
