package presentry.xcap.document;

import java.util.List;
import java.util.Optional;
import presentry.xcap.address.ExpandedName;
import presentry.xcap.address.SelectorStep;
import presentry.xcap.address.SelectorStep.AttributeTest;
import presentry.xcap.address.SelectorStep.NameTest;

/**
 * Evaluates steps over an index (RFC 4825, section 6.3). Each step must choose exactly one element: more than one make the
 * selector invalid at once, where XPath would go on with all of them.
 */
final class NodeFinder {

    private final String defaultNamespace;

    /** @param defaultNamespace of element names without prefix; empty if the usage defines none */
    NodeFinder(Optional<String> defaultNamespace) {
        this.defaultNamespace = defaultNamespace.orElse("");
    }

    /** The element that the steps choose. */
    Optional<IndexedElement> find(ElementIndex index, List<SelectorStep> steps) {
        List<IndexedElement> context = List.of(index.root());
        Optional<IndexedElement> chosen = Optional.empty();
        for (SelectorStep step : steps) {
            chosen = only(choose(step, context));
            if (chosen.isEmpty()) {
                return chosen;
            }
            context = chosen.get().children();
        }
        return chosen;
    }

    /** How many of the steps choose an element, from the first on. */
    int depth(ElementIndex index, List<SelectorStep> steps) {
        int depth = 0;
        while (depth < steps.size() && find(index, steps.subList(0, depth + 1)).isPresent()) {
            depth++;
        }
        return depth;
    }

    /** What one step chooses among siblings: by name, then by position, then by attribute. */
    List<IndexedElement> choose(SelectorStep step, List<IndexedElement> siblings) {
        List<IndexedElement> named = named(step.name(), siblings);
        List<IndexedElement> placed =
                step.position().isPresent() ? at(step.position().getAsInt(), named) : named;
        return step.attribute().map(test -> having(test, placed)).orElse(placed);
    }

    private static List<IndexedElement> at(int position, List<IndexedElement> elements) {
        return position >= 1 && position <= elements.size() ? List.of(elements.get(position - 1)) : List.of();
    }

    private static List<IndexedElement> having(AttributeTest test, List<IndexedElement> elements) {
        return elements.stream()
                .filter(element -> element.attribute(test.name())
                        .filter(attribute -> attribute.value().equals(test.value()))
                        .isPresent())
                .toList();
    }

    /** The siblings that the name of a step accepts, without regard to its predicates. */
    List<IndexedElement> named(NameTest test, List<IndexedElement> siblings) {
        return switch (test) {
            case NameTest.Any any -> siblings;
            case NameTest.InDefaultNamespace unprefixed ->
                named(new ExpandedName(defaultNamespace, unprefixed.localName()), siblings);
            case NameTest.Exactly exactly -> named(exactly.name(), siblings);
        };
    }

    private static List<IndexedElement> named(ExpandedName name, List<IndexedElement> siblings) {
        return siblings.stream().filter(element -> element.name().equals(name)).toList();
    }

    private static Optional<IndexedElement> only(List<IndexedElement> chosen) {
        return chosen.size() == 1 ? Optional.of(chosen.getFirst()) : Optional.empty();
    }
}
