/**
 * Who may see what, and why. {@link presentry.policy.PolicyEngine} is the front: it takes the text of rule documents and gives
 * something that decides. Everything below is a function of values: no HTTP, no SIP, no SQL, no clock and no threads but those it
 * is given. Start reading at {@link presentry.policy.model.Rule}.
 */
@NullMarked
package presentry.policy;

import org.jspecify.annotations.NullMarked;
