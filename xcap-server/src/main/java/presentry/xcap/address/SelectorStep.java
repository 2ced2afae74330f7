package presentry.xcap.address;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Chooses one child of the element chosen before (RFC 4825, section 6.3). The predicates apply in the order of the
 * components.
 *
 * @param name which children are looked at
 * @param position the how manieth of those, from 1; a number larger than an int can hold is the largest int
 * @param attribute which value one attribute must have
 * @param written the step as it may stand in a URI: percent-encoded
 */
public record SelectorStep(NameTest name, OptionalInt position, Optional<AttributeTest> attribute, String written) {

    /** Which element names a step accepts. */
    public sealed interface NameTest {

        /** The asterisk. */
        record Any() implements NameTest {}

        /** A name without prefix: it is in the default document namespace of the application usage, if that has one. */
        record InDefaultNamespace(String localName) implements NameTest {}

        /** A name with a prefix, expanded by the bindings of the query. */
        record Exactly(ExpandedName name) implements NameTest {}
    }

    /**
     * The attribute predicate.
     *
     * @param name the attribute's name
     * @param value with its references expanded
     */
    public record AttributeTest(ExpandedName name, String value) {}
}
