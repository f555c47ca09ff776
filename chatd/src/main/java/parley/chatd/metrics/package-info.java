/** What a running server tells machines that watch it: its numbers for Prometheus, and whether it is well. */
@NullMarked
package parley.chatd.metrics;

import org.jspecify.annotations.NullMarked;
