/**
 * Turns the text of rule documents into rules. One class per namespace or dialect says what its elements mean; what none of them
 * understands grants nothing. Knows XML and the model, and decides nothing. Start reading at {@link
 * presentry.policy.read.RulesetReader}.
 */
@NullMarked
package presentry.policy.read;

import org.jspecify.annotations.NullMarked;
