/**
 * The words of authorization policy (RFC 4745, RFC 5025): rules, conditions, permissions, and what a decision is made of and
 * results in. Values only; knows nothing but identities. Start reading at {@link presentry.policy.model.Rule}.
 */
@NullMarked
package presentry.policy.model;

import org.jspecify.annotations.NullMarked;
