package presentry.schemas;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Makes a tree of what a cursor passes. Recursive: the cursor bounds the depth. */
final class XmlTreeReader {

    private final XMLStreamReader reader;

    private XmlTreeReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** Reads to the end of the document, so that whatever follows the root is checked too. */
    static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        reader.nextTag();
        XmlElement root = new XmlTreeReader(reader).element();
        while (reader.hasNext()) {
            reader.next();
        }
        return root;
    }

    private XmlElement element() throws XMLStreamException {
        String namespace = reader.getNamespaceURI();
        String prefix = reader.getPrefix();
        String localName = reader.getLocalName();
        int line = reader.getLocation().getLineNumber();
        Map<String, String> declarations = declarations();
        List<XmlAttribute> attributes = attributes();
        return new XmlElement(namespace, prefix, localName, declarations, attributes, children(), line);
    }

    private Map<String, String> declarations() {
        int count = reader.getNamespaceCount();
        if (count == 0) {
            return Map.of();
        }
        var declarations = new LinkedHashMap<String, String>();
        for (int i = 0; i < count; i++) {
            declarations.put(reader.getNamespacePrefix(i), reader.getNamespaceURI(i));
        }
        return Collections.unmodifiableMap(declarations);
    }

    private List<XmlAttribute> attributes() {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return List.of();
        }
        var attributes = new XmlAttribute[count];
        for (int i = 0; i < count; i++) {
            attributes[i] = new XmlAttribute(
                    reader.getAttributePrefix(i),
                    reader.getAttributeNamespace(i),
                    reader.getAttributeLocalName(i),
                    reader.getAttributeValue(i));
        }
        return List.of(attributes);
    }

    private List<XmlNode> children() throws XMLStreamException {
        int first = reader.next();
        if (first == END_ELEMENT) {
            return List.of();
        }
        var children = new ArrayList<XmlNode>();
        var text = new StringBuilder();
        for (int event = first; event != END_ELEMENT; event = reader.next()) {
            switch (event) {
                case CHARACTERS, CDATA, SPACE -> text.append(reader.getText());
                case START_ELEMENT -> {
                    flush(text, children);
                    children.add(element());
                }
                default -> {} // comments and processing instructions
            }
        }
        flush(text, children);
        return List.copyOf(children);
    }

    private static void flush(StringBuilder text, List<XmlNode> children) {
        if (!text.isEmpty()) {
            children.add(new XmlText(text.toString()));
            text.setLength(0);
        }
    }
}
