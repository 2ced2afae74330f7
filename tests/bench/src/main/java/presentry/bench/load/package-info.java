/**
 * Drives a running server over real sockets and says how fast it is (docs/BENCHMARKS.md). Shares the machine with the
 * server, so it is written to be light: it puts messages together as text and looks for the few header fields it needs,
 * on one thread. Knows nothing of the server's classes.
 * Start reading at {@link presentry.bench.load.LoadCommand}.
 */
@NullMarked
package presentry.bench.load;

import org.jspecify.annotations.NullMarked;
