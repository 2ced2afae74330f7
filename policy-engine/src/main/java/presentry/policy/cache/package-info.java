/**
 * Keeps compiled policies at hand, and never one that is behind the documents. The one place here that knows of threads, those it
 * is given. Start reading at {@link presentry.policy.cache.CompiledPolicies}.
 */
@NullMarked
package presentry.policy.cache;

import org.jspecify.annotations.NullMarked;
