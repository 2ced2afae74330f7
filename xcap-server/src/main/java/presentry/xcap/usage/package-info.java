/**
 * Application usages (RFC 4825, section 5): what each AUID stores, accepts and lets whom do. One small class per AUID.
 * What must be checked beyond XML is given to a usage as a {@link presentry.xcap.usage.DocumentConstraint}.
 * Start reading at {@link presentry.xcap.usage.ApplicationUsage}, then {@link presentry.xcap.usage.PresRules}.
 */
@NullMarked
package presentry.xcap.usage;

import org.jspecify.annotations.NullMarked;
