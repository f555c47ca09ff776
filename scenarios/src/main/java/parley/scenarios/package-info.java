/**
 * Scenarios: scripts with several clients and what each must see. {@link parley.scenarios.Scenarios} runs files;
 * {@link parley.scenarios.language} reads what they say, {@link parley.scenarios.run} does it.
 */
@NullMarked
package parley.scenarios;

import org.jspecify.annotations.NullMarked;
