package presentry.xcap.service;

import java.util.Optional;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.usage.ApplicationUsage;

/**
 * What an admitted request is about.
 *
 * @param node empty if it is about the whole document
 */
record Target(ApplicationUsage usage, DocumentSelector document, Optional<NodeSelector> node) {}
