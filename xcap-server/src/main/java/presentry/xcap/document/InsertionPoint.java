package presentry.xcap.document;

import java.util.List;
import java.util.Optional;
import presentry.xcap.address.SelectorStep;

/** Where a new element goes among its siblings (RFC 4825, section 8.2.3). */
final class InsertionPoint {

    private final NodeFinder finder;

    InsertionPoint(NodeFinder finder) {
        this.finder = finder;
    }

    /**
     * The offset in the text at which an element goes that {@code step} does not select yet; empty if no place could make
     * the step select it.
     *
     * @param parent has content, or at least an end tag
     */
    Optional<Integer> find(SelectorStep step, IndexedElement parent) {
        List<IndexedElement> siblings = parent.children();
        List<IndexedElement> same = finder.named(step.name(), siblings);
        if (step.position().isEmpty()) {
            return Optional.of(unconstrained(step, same, parent));
        }
        int position = step.position().getAsInt();
        if (position < 1 || same.size() < position - 1) {
            return Optional.empty();
        }
        if (position > 1) {
            // "Earliest nth": right behind the one that must stand before it.
            return Optional.of(same.get(position - 2).end());
        }
        return Optional.of(
                same.isEmpty() ? parent.contentEnd() : same.getFirst().start());
    }

    /** Behind the last of the same name ("earliest last"); the first of its name, or of any name, goes last of all. */
    private static int unconstrained(SelectorStep step, List<IndexedElement> same, IndexedElement parent) {
        boolean anyName = step.name() instanceof SelectorStep.NameTest.Any;
        return anyName || same.isEmpty() ? parent.contentEnd() : same.getLast().end();
    }
}
