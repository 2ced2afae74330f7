package presentry.xcap.service;

import java.util.List;
import java.util.Optional;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.service.Conflict.Condition;
import presentry.xcap.store.Site;
import presentry.xcap.store.StoredDocument;
import presentry.xcap.usage.ApplicationUsage;
import presentry.xcap.usage.ApplicationUsages;

/**
 * How much all rule documents of one user may take together. Rules are compiled and kept in memory while somebody watches, so what one
 * account may store of them has a bound of its own; it is judged where the document is written.
 */
final class RoomForRules {

    private final List<String> auids;
    private final int maxBytes;

    /** @param maxBytes octets of all rule documents of a user */
    RoomForRules(ApplicationUsages usages, int maxBytes) {
        this.auids = usages.all().stream()
                .filter(ApplicationUsage::holdsRules)
                .map(ApplicationUsage::auid)
                .sorted()
                .toList();
        this.maxBytes = maxBytes;
    }

    /** The conflict if there is no room for a body; a body that is no longer than the one it replaces always has room. */
    Optional<XcapResult> refusal(Target target, DocumentBody body, Site site) {
        int before = site.current()
                .map(StoredDocument::body)
                .map(DocumentBody::length)
                .orElse(0);
        if (!target.usage().holdsRules() || body.length() <= before) {
            return Optional.empty();
        }
        long after = site.octetsOf(target.document().owner(), auids) - before + body.length();
        return after <= maxBytes
                ? Optional.empty()
                : Optional.of(new XcapResult.Conflicted(Conflict.of(
                        Condition.CONSTRAINT_FAILURE,
                        "Your rule documents would take " + after + " octets together; " + maxBytes
                                + " are allowed.")));
    }
}
