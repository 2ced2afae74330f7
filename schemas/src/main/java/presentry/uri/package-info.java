/**
 * The one spelling of an identity and the one hash of it, used by every module.
 */
@NullMarked
package presentry.uri;

import org.jspecify.annotations.NullMarked;
