/**
 * What an XCAP request does, without HTTP: one method per verb, values in, values out (RFC 4825, section 8).
 * Start reading at {@link presentry.xcap.service.XcapService}, then {@link presentry.xcap.service.XcapResult}.
 */
@NullMarked
package presentry.xcap.service;

import org.jspecify.annotations.NullMarked;
