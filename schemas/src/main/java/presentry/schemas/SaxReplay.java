package presentry.schemas;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Tells a SAX handler what a cursor passes, so that the one hardened reader serves validation too. Comments and
 * processing instructions are left out.
 */
final class SaxReplay {

    private final XMLStreamReader reader;
    private final ContentHandler handler;

    SaxReplay(XMLStreamReader reader, ContentHandler handler) {
        this.reader = reader;
        this.handler = handler;
    }

    /** From the start tag of the root, at which the cursor stands, to the end of the document. */
    void run() throws XMLStreamException, SAXException {
        handler.setDocumentLocator(new CursorPlace(reader));
        handler.startDocument();
        startElement();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> startElement();
                case XMLStreamConstants.END_ELEMENT -> endElement();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    handler.characters(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                default -> {} // nothing that a schema speaks of
            }
        }
        handler.endDocument();
    }

    private void startElement() throws SAXException {
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            handler.startPrefixMapping(reader.getNamespacePrefix(i), reader.getNamespaceURI(i));
        }
        var attributes = new AttributesImpl();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.addAttribute(
                    reader.getAttributeNamespace(i),
                    reader.getAttributeLocalName(i),
                    qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    "CDATA",
                    reader.getAttributeValue(i));
        }
        handler.startElement(
                reader.getNamespaceURI(),
                reader.getLocalName(),
                qualified(reader.getPrefix(), reader.getLocalName()),
                attributes);
    }

    private void endElement() throws SAXException {
        handler.endElement(
                reader.getNamespaceURI(), reader.getLocalName(), qualified(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            handler.endPrefixMapping(reader.getNamespacePrefix(i));
        }
    }

    private static String qualified(String prefix, String localName) {
        return prefix.isEmpty() ? localName : prefix + ":" + localName;
    }

    /** Where the cursor stands. */
    private record CursorPlace(XMLStreamReader reader) implements Locator {
        @Override
        public @Nullable String getPublicId() {
            return null;
        }

        @Override
        public @Nullable String getSystemId() {
            return null;
        }

        @Override
        public int getLineNumber() {
            return reader.getLocation().getLineNumber();
        }

        @Override
        public int getColumnNumber() {
            return reader.getLocation().getColumnNumber();
        }
    }
}
