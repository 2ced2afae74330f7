/** Tests of the policy engine as its callers see it. {@link presentry.policy.Asked} is the language they are written in. */
@NullMarked
package presentry.policy;

import org.jspecify.annotations.NullMarked;
