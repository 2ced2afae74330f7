package presentry.xcap.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.xcap.address.ExpandedName;

/**
 * An element and where it stands in the text. Offsets count UTF-16 units from the beginning of the text.
 *
 * @param name expanded
 * @param qualifiedName as the document spells it
 * @param start of the start tag
 * @param startTagEnd behind the start tag
 * @param contentEnd of what is between the tags; of an empty-element tag the same as {@code startTagEnd}
 * @param end behind the end tag
 * @param attributes in the order of the text
 * @param bindings the namespaces in scope by prefix, the default one under the empty prefix; without {@code xml}
 * @param children in the order of the text
 */
record IndexedElement(
        ExpandedName name,
        String qualifiedName,
        int start,
        int startTagEnd,
        int contentEnd,
        int end,
        List<IndexedAttribute> attributes,
        Map<String, String> bindings,
        List<IndexedElement> children) {

    Optional<IndexedAttribute> attribute(ExpandedName wanted) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(wanted))
                .findFirst();
    }

    /** Whether the element is one tag without content. */
    boolean isEmptyElementTag() {
        return end == startTagEnd;
    }
}
