package presentry.xcap.address;

import java.util.List;

/**
 * Points at one node of a document (RFC 4825, section 6.3).
 *
 * @param steps from the root element inwards, at least one
 * @param terminal what of the last step's element is meant
 * @param query the namespace bindings as they came over the wire, without the question mark; may be empty
 */
public record NodeSelector(List<SelectorStep> steps, Terminal terminal, String query) {

    /** Takes a copy of the list. */
    public NodeSelector {
        steps = List.copyOf(steps);
    }

    /** The last step, which names the target; for an attribute the element that bears it. */
    public SelectorStep lastStep() {
        return steps.getLast();
    }

    /** As it may stand in a URI behind the separator: percent-encoded, with the query if there is one. */
    public String written() {
        return written(steps.size()) + terminal.written() + (query.isEmpty() ? "" : "?" + query);
    }

    /** The first {@code count} steps alone, percent-encoded, without the query. */
    public String written(int count) {
        return String.join(
                "/", steps.subList(0, count).stream().map(SelectorStep::written).toList());
    }
}
