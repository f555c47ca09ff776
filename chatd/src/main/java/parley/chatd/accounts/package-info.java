/** How passwords are kept, expensive to guess from; and how somebody proves by SCRAM that they know one. */
@NullMarked
package parley.chatd.accounts;

import org.jspecify.annotations.NullMarked;
