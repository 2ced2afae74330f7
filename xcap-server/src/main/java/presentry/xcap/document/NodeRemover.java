package presentry.xcap.document;

import java.util.Optional;
import presentry.schemas.XmlLimits;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.address.Terminal;
import presentry.xcap.document.NodeEditResult.Impossible;
import presentry.xcap.document.NodeEditResult.Reason;
import presentry.xcap.document.NodeEditResult.Removed;

/**
 * Removes elements and attributes (RFC 4825, section 8.4). White space around an element stays; afterwards the selector must
 * select nothing, or the request would not be idempotent.
 */
public final class NodeRemover {

    private final NodeFinder finder;
    private final XmlLimits limits;

    /** @param defaultNamespace of element names without prefix; empty if the usage defines none */
    public NodeRemover(Optional<String> defaultNamespace, XmlLimits limits) {
        this.finder = new NodeFinder(defaultNamespace);
        this.limits = limits;
    }

    /** Removes what the selector selects: an element or an attribute, since bindings can only be read. */
    public NodeEditResult remove(ElementIndex index, NodeSelector selector) {
        Optional<IndexedElement> chosen = finder.find(index, selector.steps());
        return chosen.map(element -> switch (selector.terminal()) {
                    case Terminal.Element itself -> removeElement(index, element, selector);
                    case Terminal.Attribute attribute -> removeAttribute(index, element, selector, attribute);
                    case Terminal.NamespaceBindings readOnly -> nothing();
                })
                .orElseGet(NodeRemover::nothing);
    }

    private static NodeEditResult nothing() {
        return new Impossible(Reason.NO_SUCH_NODE, "There is no such node in the document.");
    }

    private NodeEditResult removeElement(ElementIndex index, IndexedElement element, NodeSelector selector) {
        if (element.start() == index.root().start()) {
            return new Impossible(Reason.NO_ROOT_LEFT, "A document keeps its root element: remove the whole document.");
        }
        String edited = new Splice(element.start(), element.end(), "").apply(index.text());
        return verified(edited, selector, PatchWriter.removing(index, element));
    }

    /** The white space before an attribute goes with it. */
    private NodeEditResult removeAttribute(
            ElementIndex index, IndexedElement bearer, NodeSelector selector, Terminal.Attribute attribute) {
        return StartTag.of(index.text(), bearer)
                .attribute(bearer, attribute.name())
                .map(span -> verified(
                        new Splice(span.start(), span.end(), "").apply(index.text()),
                        selector,
                        PatchWriter.removing(index, bearer, attribute)))
                .orElseGet(NodeRemover::nothing);
    }

    private NodeEditResult verified(String edited, NodeSelector selector, String patch) {
        Optional<ElementIndex> after = ElementIndex.of(edited, limits);
        if (after.isEmpty()) {
            return new Impossible(Reason.BEYOND_LIMITS, "The document is larger or deeper than is allowed.");
        }
        boolean anotherOne = selector.terminal() instanceof Terminal.Element
                && finder.find(after.get(), selector.steps()).isPresent();
        return anotherOne
                ? new Impossible(Reason.CANNOT_DELETE, "Afterwards the address would select another element.")
                : new Removed(edited, patch);
    }
}
