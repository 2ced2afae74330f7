/**
 * The one spelling of an identity and the one hash of it, used by every module.
 * Pure values: knows no protocol stack, no document, no configuration.
 * Start reading at {@link presentry.uri.CanonicalUri}; {@link presentry.uri.Aor} is what of it names a user.
 */
@NullMarked
package presentry.uri;

import org.jspecify.annotations.NullMarked;
