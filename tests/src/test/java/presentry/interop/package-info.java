/**
 * Programs of others, as their users have them: clients, and a proxy in front. Each is skipped, with a sentence, where the
 * program is not installed.
 * Start reading at {@link presentry.interop.BaresipTest}.
 */
@NullMarked
package presentry.interop;

import org.jspecify.annotations.NullMarked;
