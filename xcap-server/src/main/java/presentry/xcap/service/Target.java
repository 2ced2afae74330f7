package presentry.xcap.service;

import java.util.Optional;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.usage.ApplicationUsage;

/**
 * What an admitted request is about.
 *
 * @param root the URI of the root by which it was asked, for what is computed
 * @param node empty if it is about the whole document
 * @param account whose request it is, for {@link FairTurns}
 */
record Target(
        ApplicationUsage usage, String root, DocumentSelector document, Optional<NodeSelector> node, Object account) {}
