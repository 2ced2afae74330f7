package presentry.xcap.service;

import java.util.Optional;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.address.XcapRoot;
import presentry.xcap.usage.ApplicationUsage;

/**
 * What an admitted request is about.
 *
 * @param node empty if it is about the whole document
 * @param account whose request it is, for {@link FairTurns}
 */
record Target(
        ApplicationUsage usage,
        XcapRoot root,
        DocumentSelector document,
        Optional<NodeSelector> node,
        Object account) {}
