/**
 * The server is killed while it is busy, again and again, and must keep every word it gave (docs/ARCHITECTURE.md, "Shards,
 * and what a restart keeps"). Knows the server only as a process that speaks SIP and HTTP.
 * Start reading at {@link presentry.crash.CrashTest}.
 */
@NullMarked
package presentry.crash;

import org.jspecify.annotations.NullMarked;
