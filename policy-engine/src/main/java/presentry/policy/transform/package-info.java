/**
 * Applies permissions to presence documents (RFC 5025, section 3.3): what is not granted, or not known, is left out. Knows XML and
 * the model, not who asks. Start reading at {@link presentry.policy.transform.PresenceFilter}.
 */
@NullMarked
package presentry.policy.transform;

import org.jspecify.annotations.NullMarked;
