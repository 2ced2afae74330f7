/** What is left of a presence document. */
@NullMarked
package presentry.policy.transform;

import org.jspecify.annotations.NullMarked;
