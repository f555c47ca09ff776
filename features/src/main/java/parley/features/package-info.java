/**
 * The scenario language as Cucumber steps. Put this package on the glue path, and {@link parley.features.ParleySteps}
 * understands every step of a scenario behind Given, When or Then.
 */
@NullMarked
package parley.features;

import org.jspecify.annotations.NullMarked;
