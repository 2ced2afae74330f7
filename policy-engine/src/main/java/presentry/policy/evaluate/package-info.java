/**
 * Decides rule by rule, the way RFC 4745, sections 6, 7 and 10, tells it: which rules apply, what they add up to, and what a
 * server default adds where they are silent. Plain rather than fast; the compiled form is tested against it. Start reading at
 * {@link presentry.policy.evaluate.RuleEvaluator}.
 */
@NullMarked
package presentry.policy.evaluate;

import org.jspecify.annotations.NullMarked;
