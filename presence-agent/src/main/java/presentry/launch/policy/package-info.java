/**
 * The commands that ask the policy engine without a server: {@code evaluate}, {@code why} and {@code lint}.
 * Start reading at {@link presentry.launch.policy.EvaluateCommand}.
 */
@NullMarked
package presentry.launch.policy;

import org.jspecify.annotations.NullMarked;
