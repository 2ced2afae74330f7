package presentry.schemas;

import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.util.StreamReader2Delegate;

/** Refuses what no document of ours has: document type declarations, unresolved entities, and anything beyond limits. */
final class BoundedReader extends StreamReader2Delegate {

    private final XmlLimits limits;
    private int depth;

    BoundedReader(XMLStreamReader2 reader, XmlLimits limits) {
        super(reader);
        this.limits = limits;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case START_ELEMENT -> started();
            case END_ELEMENT -> depth--;
            case PROCESSING_INSTRUCTION -> checkName(getPITarget());
            case DTD -> throw refusal(XmlResult.Reason.DOCTYPE, "a document type declaration is not accepted");
            case ENTITY_REFERENCE ->
                throw refusal(XmlResult.Reason.NOT_WELL_FORMED, "entity `" + getLocalName() + "` is not declared");
            default -> {}
        }
        return event;
    }

    /** As in the contract of StAX, but through {@link #next}. */
    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event == COMMENT || event == PROCESSING_INSTRUCTION || (isText(event) && isWhiteSpace())) {
            event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
            throw refusal(XmlResult.Reason.NOT_WELL_FORMED, "a tag is expected here");
        }
        return event;
    }

    private static boolean isText(int event) {
        return event == CHARACTERS || event == CDATA || event == SPACE;
    }

    private void started() throws XMLStreamException {
        depth++;
        if (depth > limits.maxDepth()) {
            throw beyond("elements are nested deeper than " + limits.maxDepth());
        }
        if (getAttributeCount() + getNamespaceCount() > limits.maxAttributesPerElement()) {
            throw beyond("an element has more than " + limits.maxAttributesPerElement() + " attributes");
        }
        checkName(getPrefix(), getLocalName());
        for (int i = 0; i < getAttributeCount(); i++) {
            checkName(getAttributePrefix(i), getAttributeLocalName(i));
        }
        for (int i = 0; i < getNamespaceCount(); i++) {
            checkName(getNamespacePrefix(i));
        }
    }

    private void checkName(String prefix, String localName) throws XMLStreamException {
        if (prefix.length() + localName.length() > limits.maxNameLength()) {
            throw beyond("a name is longer than " + limits.maxNameLength() + " characters");
        }
        checkName(prefix);
        checkName(localName);
    }

    /** Production 4 of XML 1.0: the parser lets all of the supplementary planes pass. */
    private void checkName(String part) throws XMLStreamException {
        if (XmlCharacters.goesBeyondNames(part)) {
            throw refusal(XmlResult.Reason.NOT_WELL_FORMED, "`" + part + "` is no name in XML");
        }
    }

    private RefusedXmlException beyond(String message) {
        return refusal(XmlResult.Reason.BEYOND_LIMITS, message);
    }

    private RefusedXmlException refusal(XmlResult.Reason reason, String message) {
        return new RefusedXmlException(reason, message, getLocation());
    }
}
