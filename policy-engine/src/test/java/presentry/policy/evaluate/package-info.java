/** How conditions are matched, section by section of RFC 4745. */
@NullMarked
package presentry.policy.evaluate;

import org.jspecify.annotations.NullMarked;
