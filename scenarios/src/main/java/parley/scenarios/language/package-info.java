/**
 * The scenario language: what a {@link parley.scenarios.language.Scenario} says, and how it is read.
 *
 * <p>A {@link parley.scenarios.language.Parser} turns a file into a scenario and the text of one step into a
 * {@link parley.scenarios.language.Step}; so Gherkin steps and scenario files are the same words. What can be done
 * stands in one table, {@code Verb}, what can be seen in another, {@link parley.scenarios.language.Kind}; a row's form
 * is what its line looks like. Nothing here runs anything.
 *
 * <pre>
 *   text ──lines──► Written ──Words──► Subjects, then a row of a table ──Form──► Slots ──► Step
 * </pre>
 */
@NullMarked
package parley.scenarios.language;

import org.jspecify.annotations.NullMarked;
