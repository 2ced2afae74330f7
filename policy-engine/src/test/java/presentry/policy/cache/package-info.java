/** Policies at hand, and never one that is behind. */
@NullMarked
package presentry.policy.cache;

import org.jspecify.annotations.NullMarked;
