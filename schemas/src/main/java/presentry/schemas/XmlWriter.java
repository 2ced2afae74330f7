package presentry.schemas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Writes a tree as text: same prefixes, same order, empty elements as {@code <x/>}. An element that was moved away from
 * the declarations it relied upon gets them written; nothing else is added. Text that is read and written once changes
 * no more when it is read and written again.
 */
public final class XmlWriter {

    private static final String UNBOUND = "";

    /** Stands for what no XML document may have: texts do not come from documents alone. */
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder text;
    private final Deque<Binding> scope = new ArrayDeque<>();

    private XmlWriter(int expectedLength) {
        text = new StringBuilder(expectedLength);
    }

    private record Binding(String prefix, String namespace) {}

    /** The element and all below it, without XML declaration. */
    public static String write(XmlElement root) {
        var writer = new XmlWriter(1024);
        writer.element(root);
        return writer.text.toString();
    }

    /** The element as a document of its own: with an XML declaration, ready to be encoded in UTF-8. */
    public static String writeDocument(XmlElement root) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + write(root) + "\n";
    }

    private void element(XmlElement element) {
        int outer = scope.size();
        text.append('<');
        name(element.prefix(), element.localName());
        for (Map.Entry<String, String> declaration : element.declarations().entrySet()) {
            declare(declaration.getKey(), declaration.getValue());
        }
        declareIfMissing(element.prefix(), element.namespace());
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.prefix().isEmpty()) {
                declareIfMissing(attribute.prefix(), attribute.namespace());
            }
        }
        for (XmlAttribute attribute : element.attributes()) {
            text.append(' ');
            name(attribute.prefix(), attribute.localName());
            quoted(attribute.value());
        }
        content(element);
        while (scope.size() > outer) {
            scope.pop();
        }
    }

    private void content(XmlElement element) {
        List<XmlNode> children = element.children();
        if (children.isEmpty()) {
            text.append("/>");
            return;
        }
        text.append('>');
        for (XmlNode child : children) {
            switch (child) {
                case XmlElement inner -> element(inner);
                case XmlText inner -> escapedText(inner.value());
            }
        }
        text.append("</");
        name(element.prefix(), element.localName());
        text.append('>');
    }

    private void name(String prefix, String localName) {
        if (!prefix.isEmpty()) {
            text.append(prefix).append(':');
        }
        text.append(localName);
    }

    private void declare(String prefix, String namespace) {
        scope.push(new Binding(prefix, namespace));
        text.append(prefix.isEmpty() ? " xmlns" : " xmlns:").append(prefix);
        quoted(namespace);
    }

    private void declareIfMissing(String prefix, String namespace) {
        if (!boundTo(prefix).equals(namespace)) {
            declare(prefix, namespace);
        }
    }

    private String boundTo(String prefix) {
        for (Binding binding : scope) {
            if (binding.prefix().equals(prefix)) {
                return binding.namespace();
            }
        }
        return prefix.equals("xml") ? Namespaces.XML : UNBOUND;
    }

    private void quoted(String value) {
        text.append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '"' -> text.append("&quot;");
                // A reader turns these three into blanks unless they are references (XML 1.0, section 3.3.3).
                case '\t', '\n', '\r' ->
                    text.append("&#").append((int) character).append(';');
                default -> text.append(XmlCharacters.isCharacterUnit(character) ? character : REPLACEMENT);
            }
        }
        text.append('"');
    }

    private void escapedText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                // Only "]]>" must not stand in text; escaping each one is simpler and always right.
                case '>' -> text.append("&gt;");
                // A reader turns it into a line feed unless it is a reference (XML 1.0, section 2.11).
                case '\r' -> text.append("&#13;");
                default -> text.append(XmlCharacters.isCharacterUnit(character) ? character : REPLACEMENT);
            }
        }
    }
}
