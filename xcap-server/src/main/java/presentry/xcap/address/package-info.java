/**
 * Where an XCAP request points (RFC 4825, section 6): root, document, node. Pure values and their readers; nothing here
 * knows whether a document, a user or an application usage exists.
 * Start reading at {@link presentry.xcap.address.XcapUri}, then {@link presentry.xcap.address.XcapUriReader}.
 */
@NullMarked
package presentry.xcap.address;

import org.jspecify.annotations.NullMarked;
