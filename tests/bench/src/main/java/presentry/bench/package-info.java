/**
 * How fast and how large the parts are, measured with JMH; one line of output per figure. Start reading at {@link
 * presentry.bench.Benchmarks}, which runs all of them.
 */
@NullMarked
package presentry.bench;

import org.jspecify.annotations.NullMarked;
