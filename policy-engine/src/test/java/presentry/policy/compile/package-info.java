/** The compiled form against the plain one, on rules and situations nobody thought of. */
@NullMarked
package presentry.policy.compile;

import org.jspecify.annotations.NullMarked;
