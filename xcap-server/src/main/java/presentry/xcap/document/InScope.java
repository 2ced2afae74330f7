package presentry.xcap.document;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import presentry.xcap.address.ExpandedName;

/** Namespaces in scope of an element, seen from both sides. */
final class InScope {

    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private InScope() {}

    /** The expanded form of an attribute name that stands in the element's start tag. */
    static ExpandedName attribute(IndexedElement element, String qualifiedName) {
        int colon = qualifiedName.indexOf(':');
        if (colon < 0) {
            return new ExpandedName("", qualifiedName);
        }
        String prefix = qualifiedName.substring(0, colon);
        String namespace = prefix.equals("xml") ? XML : element.bindings().getOrDefault(prefix, "");
        return new ExpandedName(namespace, qualifiedName.substring(colon + 1));
    }

    /** How an attribute name can be spelled in the element's start tag; empty if no prefix is bound to its namespace. */
    static Optional<String> spelling(IndexedElement element, ExpandedName attribute, String preferred) {
        if (attribute(element, preferred).equals(attribute)) {
            return Optional.of(preferred);
        }
        return new TreeMap<>(element.bindings())
                .entrySet().stream()
                        .filter(binding -> !binding.getKey().isEmpty()
                                && binding.getValue().equals(attribute.namespace()))
                        .map(binding -> binding.getKey() + ":" + attribute.localName())
                        .findFirst();
    }

    /** An element of the same name that declares all that is in scope, and nothing else (RFC 4825, section 10). */
    static String declaring(IndexedElement element) {
        return "<" + element.qualifiedName() + declarations(element.bindings()) + "/>";
    }

    /** Declarations as they stand in a start tag, each with a space before it. */
    static String declarations(Map<String, String> bindings) {
        var written = new StringBuilder();
        for (Map.Entry<String, String> binding : new TreeMap<>(bindings).entrySet()) {
            String prefix = binding.getKey();
            written.append(prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"")
                    .append(escape(binding.getValue()))
                    .append('"');
        }
        return written.toString();
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
