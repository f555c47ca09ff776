/** Reports on what came of scenarios. */
@NullMarked
package parley.scenarios.report;

import org.jspecify.annotations.NullMarked;
