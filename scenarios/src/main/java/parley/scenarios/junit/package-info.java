/**
 * For tests with JUnit 5. {@link parley.scenarios.junit.ChatTest} gives a test a chat server and clients;
 * {@link parley.scenarios.Scenarios#in} makes each scenario file a test. JUnit is whoever uses it to bring along.
 */
@NullMarked
package parley.scenarios.junit;

import org.jspecify.annotations.NullMarked;
