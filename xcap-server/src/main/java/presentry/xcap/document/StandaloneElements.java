package presentry.xcap.document;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import presentry.schemas.XmlLimits;

/** Elements taken out of their document with all the declarations they need to stand in another one. */
public final class StandaloneElements {

    private StandaloneElements() {}

    /** The children of the root element; none if the text is not well-formed. */
    public static List<String> belowRoot(String text) {
        return ElementIndex.of(text, XmlLimits.DEFAULT)
                .map(index -> index.root().children().stream()
                        .map(child -> standalone(index, child))
                        .toList())
                .orElse(List.of());
    }

    private static String standalone(ElementIndex index, IndexedElement element) {
        return of(index, element, index.root().bindings());
    }

    /** The text of an element with a declaration for each binding that it does not declare itself. */
    static String of(ElementIndex index, IndexedElement element, Map<String, String> bindings) {
        StartTag tag = StartTag.of(index.text(), element);
        Map<String, String> missing = new TreeMap<>(bindings);
        missing.keySet().removeIf(tag::declares);
        String declarations = InScope.declarations(missing);
        int nameEnd = element.start() + 1 + element.qualifiedName().length();
        return index.text().substring(element.start(), nameEnd)
                + declarations
                + index.text().substring(nameEnd, element.end());
    }
}
