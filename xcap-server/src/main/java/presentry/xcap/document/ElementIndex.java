package presentry.xcap.document;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlLimits;
import presentry.xcap.address.ExpandedName;

/**
 * The elements of a text and where they stand in it. Selectors are evaluated over the index and edits splice the text, so
 * every byte outside of an edit stays as it was.
 */
public final class ElementIndex {

    private final String text;
    private final IndexedElement root;

    private ElementIndex(String text, IndexedElement root) {
        this.text = text;
        this.root = root;
    }

    /** Indexes a text; empty if it is not well-formed or beyond the limits. */
    public static Optional<ElementIndex> of(String text, XmlLimits limits) {
        try {
            return Optional.of(read(text, limits));
        } catch (XMLStreamException unusable) {
            return Optional.empty();
        }
    }

    static ElementIndex read(String text, XmlLimits limits) throws XMLStreamException {
        XMLStreamReader2 reader = SafeXml.reader(text, limits);
        reader.nextTag();
        IndexedElement root = new Walk(text, reader).element(Map.of());
        while (reader.hasNext()) {
            reader.next();
        }
        return new ElementIndex(text, root);
    }

    String text() {
        return text;
    }

    IndexedElement root() {
        return root;
    }

    String textOf(IndexedElement element) {
        return text.substring(element.start(), element.end());
    }

    /** One pass over the text; recursive, since the reader bounds the depth. */
    private static final class Walk {
        private final String text;
        private final XMLStreamReader2 reader;

        Walk(String text, XMLStreamReader2 reader) {
            this.text = text;
            this.reader = reader;
        }

        /** The element whose start tag the reader is at; afterwards the reader is at its end tag. */
        IndexedElement element(Map<String, String> outerBindings) throws XMLStreamException {
            var name = new ExpandedName(orEmpty(reader.getNamespaceURI()), reader.getLocalName());
            String prefix = orEmpty(reader.getPrefix());
            int start = (int) reader.getLocationInfo().getStartingCharOffset();
            int startTagEnd = (int) reader.getLocationInfo().getEndingCharOffset();
            boolean emptyElementTag = text.charAt(startTagEnd - 2) == '/';
            Map<String, String> bindings = bindings(outerBindings);
            List<IndexedAttribute> attributes = attributes();
            List<IndexedElement> children = new ArrayList<>();
            while (reader.next() != END_ELEMENT) {
                if (reader.getEventType() == START_ELEMENT) {
                    children.add(element(bindings));
                }
            }
            int contentEnd = (int) reader.getLocationInfo().getStartingCharOffset();
            int end = (int) reader.getLocationInfo().getEndingCharOffset();
            return new IndexedElement(
                    name,
                    prefix.isEmpty() ? name.localName() : prefix + ":" + name.localName(),
                    start,
                    startTagEnd,
                    emptyElementTag ? startTagEnd : contentEnd,
                    emptyElementTag ? startTagEnd : end,
                    attributes,
                    bindings,
                    List.copyOf(children));
        }

        private Map<String, String> bindings(Map<String, String> outer) {
            if (reader.getNamespaceCount() == 0) {
                return outer;
            }
            Map<String, String> bindings = new HashMap<>(outer);
            for (int i = 0; i < reader.getNamespaceCount(); i++) {
                String prefix = orEmpty(reader.getNamespacePrefix(i));
                String namespace = orEmpty(reader.getNamespaceURI(i));
                if (namespace.isEmpty()) {
                    bindings.remove(prefix); // xmlns="" takes the default namespace away
                } else if (!prefix.equals("xml")) {
                    bindings.put(prefix, namespace);
                }
            }
            return Map.copyOf(bindings);
        }

        private List<IndexedAttribute> attributes() {
            int count = reader.getAttributeCount();
            if (count == 0) {
                return List.of();
            }
            List<IndexedAttribute> attributes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                var name = new ExpandedName(orEmpty(reader.getAttributeNamespace(i)), reader.getAttributeLocalName(i));
                attributes.add(new IndexedAttribute(name, reader.getAttributeValue(i)));
            }
            return List.copyOf(attributes);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
