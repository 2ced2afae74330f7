package presentry.xcap.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.schemas.XmlLimits;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.address.SelectorStep;
import presentry.xcap.address.Terminal;
import presentry.xcap.document.NodeEditResult.Impossible;
import presentry.xcap.document.NodeEditResult.Inserted;
import presentry.xcap.document.NodeEditResult.Reason;
import presentry.xcap.document.NodeEditResult.Replaced;

/**
 * Creates and replaces elements and attributes (RFC 4825, sections 8.2.1, 8.2.3 and 8.2.4). The text is spliced, never
 * written anew, and afterwards the selector must select what was put: that is what makes a PUT idempotent.
 */
public final class NodeInserter {

    private final NodeFinder finder;
    private final InsertionPoint insertionPoint;
    private final XmlLimits limits;

    /** @param defaultNamespace of element names without prefix; empty if the usage defines none */
    public NodeInserter(Optional<String> defaultNamespace, XmlLimits limits) {
        this.finder = new NodeFinder(defaultNamespace);
        this.insertionPoint = new InsertionPoint(finder);
        this.limits = limits;
    }

    /**
     * How many leading steps choose an element although the parent of the node is missing; empty if the parent is there. The
     * parent of an element is what all steps but the last choose, the parent of an attribute what all choose.
     */
    public Optional<Integer> depthWithoutParent(ElementIndex index, NodeSelector selector) {
        List<SelectorStep> parent = parentSteps(selector);
        int depth = finder.depth(index, parent);
        return depth == parent.size() ? Optional.empty() : Optional.of(depth);
    }

    /** The namespaces in scope where the node goes. The parent must be there. */
    public Map<String, String> bindingsOfParent(ElementIndex index, NodeSelector selector) {
        return finder.find(index, parentSteps(selector))
                .map(IndexedElement::bindings)
                .orElse(Map.of());
    }

    private static List<SelectorStep> parentSteps(NodeSelector selector) {
        List<SelectorStep> steps = selector.steps();
        return selector.terminal() instanceof Terminal.Attribute ? steps : steps.subList(0, steps.size() - 1);
    }

    /**
     * Puts an element in its place. The parent must be there.
     *
     * @param fragment one element, well-formed in the scope of the parent
     */
    public NodeEditResult putElement(ElementIndex index, NodeSelector selector, Fragment fragment) {
        SelectorStep last = selector.lastStep();
        Optional<IndexedElement> parent = finder.find(index, parentSteps(selector));
        List<IndexedElement> siblings = parent.map(IndexedElement::children).orElseGet(() -> List.of(index.root()));
        List<IndexedElement> chosen = finder.choose(last, siblings);
        return switch (chosen.size()) {
            case 0 ->
                parent.flatMap(element -> insertion(index, element, last, fragment))
                        .map(placed -> verified(index, placed, selector, false))
                        .orElseGet(NodeInserter::noPlace);
            case 1 -> verified(index, replacement(index, parent, chosen.getFirst(), fragment), selector, true);
            default ->
                new Impossible(Reason.CANNOT_INSERT, "The selector fits several elements: it must name one of them.");
        };
    }

    private static Placed replacement(
            ElementIndex index, Optional<IndexedElement> parent, IndexedElement old, Fragment fragment) {
        Map<String, String> bindings = parent.map(IndexedElement::bindings).orElse(Map.of());
        String patch = PatchWriter.replacing(index, old, bindings, fragment);
        return new Placed(new Splice(old.start(), old.end(), fragment.text()), old.start(), patch);
    }

    private Optional<Placed> insertion(
            ElementIndex index, IndexedElement parent, SelectorStep step, Fragment fragment) {
        return insertionPoint.find(step, parent).map(offset -> {
            String patch = PatchWriter.adding(index, parent, offset, fragment);
            return parent.isEmptyElementTag()
                    ? opened(parent, fragment, patch)
                    : new Placed(new Splice(offset, offset, fragment.text()), offset, patch);
        });
    }

    /** An empty-element tag becomes a pair of tags around its first child. */
    private static Placed opened(IndexedElement parent, Fragment fragment, String patch) {
        int slash = parent.end() - 2;
        String pair = ">" + fragment.text() + "</" + parent.qualifiedName() + ">";
        return new Placed(new Splice(slash, parent.end(), pair), slash + 1, patch);
    }

    /** Section 8.2.3: what is put must be what the selector selects afterwards. */
    private NodeEditResult verified(ElementIndex index, Placed placed, NodeSelector selector, boolean replaced) {
        String edited = placed.splice().apply(index.text());
        Optional<ElementIndex> after = ElementIndex.of(edited, limits);
        if (after.isEmpty()) {
            return new Impossible(Reason.BEYOND_LIMITS, "The document would become larger or deeper than is allowed.");
        }
        boolean selected = finder.find(after.get(), selector.steps())
                .filter(element -> element.start() == placed.offset())
                .isPresent();
        if (!selected) {
            return new Impossible(Reason.CANNOT_INSERT, "The address would not select the element that was sent.");
        }
        return replaced ? new Replaced(edited, placed.patch()) : new Inserted(edited, placed.patch());
    }

    private static NodeEditResult noPlace() {
        return new Impossible(Reason.CANNOT_INSERT, "There is no place at which the address would select the element.");
    }

    /**
     * Sets an attribute. The element that bears it must be there.
     *
     * @param attribute the terminal of the selector
     */
    public NodeEditResult putAttribute(
            ElementIndex index, NodeSelector selector, Terminal.Attribute attribute, AttributeText value) {
        return finder.find(index, selector.steps())
                .map(element -> putAttribute(index, element, selector, attribute, value))
                .orElseGet(NodeInserter::noPlace);
    }

    private NodeEditResult putAttribute(
            ElementIndex index,
            IndexedElement element,
            NodeSelector selector,
            Terminal.Attribute attribute,
            AttributeText value) {
        StartTag tag = StartTag.of(index.text(), element);
        Optional<StartTag.Span> old = tag.attribute(element, attribute.name());
        Optional<String> name = old.map(StartTag.Span::qualifiedName)
                .or(() -> InScope.spelling(element, attribute.name(), attribute.qualifiedName()));
        if (name.isEmpty()) {
            return new Impossible(
                    Reason.CANNOT_INSERT, "No prefix in the document is bound to the namespace of the attribute.");
        }
        Splice splice =
                old.map(span -> overwriting(index, span, value)).orElseGet(() -> adding(tag, name.get(), value));
        if (!staysSelected(splice.apply(index.text()), element, selector, attribute)) {
            return new Impossible(Reason.CANNOT_INSERT, "The address would not select the attribute that was sent.");
        }
        String patch = PatchWriter.setting(index, element, attribute, name.get(), value);
        String edited = splice.apply(index.text());
        return old.isPresent() ? new Replaced(edited, patch) : new Inserted(edited, patch);
    }

    private static Splice overwriting(ElementIndex index, StartTag.Span old, AttributeText value) {
        char quote = index.text().charAt(old.valueEnd());
        return new Splice(old.valueStart(), old.valueEnd(), value.within(quote));
    }

    private static Splice adding(StartTag tag, String name, AttributeText value) {
        return new Splice(tag.insertion(), tag.insertion(), " " + name + "=\"" + value.within('"') + "\"");
    }

    /** Section 8.2.4: a predicate on the attribute itself may no longer hold. */
    private boolean staysSelected(
            String edited, IndexedElement element, NodeSelector selector, Terminal.Attribute attribute) {
        return ElementIndex.of(edited, limits)
                .flatMap(after -> finder.find(after, selector.steps()))
                .filter(bearer -> bearer.start() == element.start())
                .flatMap(bearer -> bearer.attribute(attribute.name()))
                .isPresent();
    }

    /** @param offset at which the element stands after the splice */
    private record Placed(Splice splice, int offset, String patch) {}
}
