/** What the readers make of single values. */
@NullMarked
package presentry.policy.read;

import org.jspecify.annotations.NullMarked;
