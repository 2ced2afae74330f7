package presentry.xcap.service;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import presentry.schemas.MediaTypes;
import presentry.schemas.XmlLimits;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.document.ElementIndex;
import presentry.xcap.document.NodeSelection;
import presentry.xcap.document.SelectedNode;
import presentry.xcap.service.XcapResult.Found;
import presentry.xcap.service.XcapResult.NotModified;
import presentry.xcap.service.XcapResult.Refused;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.StoredDocument;

/** GET (RFC 4825, section 8.3). */
final class DocumentReading {

    private final DocumentStore store;
    private final FairTurns turns;
    private final XmlLimits limits;

    DocumentReading(DocumentStore store, FairTurns turns, XmlLimits limits) {
        this.store = store;
        this.turns = turns;
        this.limits = limits;
    }

    /** The preconditions are judged last: they only matter to a request that would succeed (RFC 9110, section 13.2.1). */
    XcapResult get(Target target, Preconditions preconditions) {
        return target.node().isEmpty()
                ? find(target, preconditions) // nothing is read but octets
                : turns.run(target.account(), () -> find(target, preconditions)).orElse(FairTurns.TURNED_AWAY);
    }

    private XcapResult find(Target target, Preconditions preconditions) {
        Optional<Found> document = target.usage()
                .computed(target.root(), target.document())
                .map(text -> computed(target, text))
                .or(() -> store.read(target.document()).map(stored -> stored(target, stored)));
        Optional<Found> found = target.node().isEmpty()
                ? document
                : document.flatMap(whole -> node(target, target.node().get(), whole));
        if (found.isEmpty()) {
            return new Refused(
                    Refusal.NOT_FOUND, document.isEmpty() ? "There is no such document." : "There is no such node.");
        }
        DocumentETag etag = found.get().etag();
        return switch (preconditions.judge(Optional.of(etag))) {
            case HOLD -> found.get();
            case FAILED -> new Refused(Refusal.ETAG_MISMATCH, "The document has another version.");
            case ALREADY_KNOWN -> new NotModified(etag);
        };
    }

    private Optional<Found> node(Target target, NodeSelector selector, Found document) {
        var selection = new NodeSelection(target.usage().defaultNamespace());
        return ElementIndex.of(document.body().text(), limits)
                .flatMap(index -> selection.select(index, selector))
                .map(node -> new Found(mediaType(node), DocumentBody.of(node.text()), document.etag()));
    }

    private static String mediaType(SelectedNode node) {
        return switch (node) {
            case SelectedNode.Element element -> MediaTypes.XCAP_ELEMENT_XML;
            case SelectedNode.Attribute attribute -> MediaTypes.XCAP_ATTRIBUTE_XML;
            case SelectedNode.Bindings bindings -> MediaTypes.XCAP_NAMESPACES_XML;
        };
    }

    private static Found stored(Target target, StoredDocument document) {
        return new Found(target.usage().mediaType(), document.body(), document.etag());
    }

    /** The tag of a computed document depends on its text alone, so it outlives a restart. */
    private static Found computed(Target target, String text) {
        var tag = new DocumentETag(
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString());
        return new Found(target.usage().mediaType(), DocumentBody.of(text), tag);
    }
}
