/** Servers of others, for tests of this module and of those above it. */
@NullMarked
package parley.scenarios.foreign;

import org.jspecify.annotations.NullMarked;
