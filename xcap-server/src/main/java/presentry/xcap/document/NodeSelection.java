package presentry.xcap.document;

import java.util.Optional;
import presentry.xcap.address.ExpandedName;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.address.Terminal;

/** Reads a node out of a document (RFC 4825, section 8.3). */
public final class NodeSelection {

    private final NodeFinder finder;

    /** @param defaultNamespace of element names without prefix; empty if the usage defines none */
    public NodeSelection(Optional<String> defaultNamespace) {
        this.finder = new NodeFinder(defaultNamespace);
    }

    /** The node; empty if nothing or more than one element is selected. */
    public Optional<SelectedNode> select(ElementIndex index, NodeSelector selector) {
        return finder.find(index, selector.steps()).flatMap(element -> switch (selector.terminal()) {
            case Terminal.Element itself -> Optional.of(new SelectedNode.Element(index.textOf(element)));
            case Terminal.Attribute attribute ->
                value(index, element, attribute.name()).map(SelectedNode.Attribute::new);
            case Terminal.NamespaceBindings bindings ->
                Optional.of(new SelectedNode.Bindings(InScope.declaring(element)));
        });
    }

    /**
     * The selected element with all the declarations that it needs to be read by itself; empty if the selector does not select
     * exactly one element.
     */
    public Optional<String> standalone(ElementIndex index, NodeSelector selector) {
        return selector.terminal() instanceof Terminal.Element
                ? finder.find(index, selector.steps())
                        .map(element -> StandaloneElements.of(index, element, element.bindings()))
                : Optional.empty();
    }

    private static Optional<String> value(ElementIndex index, IndexedElement element, ExpandedName name) {
        return StartTag.of(index.text(), element)
                .attribute(element, name)
                .map(span -> index.text().substring(span.valueStart(), span.valueEnd()));
    }
}
