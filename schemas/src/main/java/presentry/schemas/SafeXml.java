package presentry.schemas;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamLocation2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads XML from strangers: strict UTF-8, no document type declaration, nothing external, no entities but the five of
 * XML and character references, declared prefixes only, and everything bounded.
 */
public final class SafeXml {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Set<String> ENCODINGS = Set.of("utf-8", "us-ascii");
    private static final Pattern DECLARED_ENCODING =
            Pattern.compile("<\\?xml\\s[^>]{0,200}?encoding\\s{0,20}=\\s{0,20}[\"']([^\"'>]{0,40})");
    private static final WstxInputFactory FACTORY = factory();

    private SafeXml() {}

    /** The octets as text. A document may declare no other encoding than UTF-8 or its subset US-ASCII. */
    public static Decoded decode(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return new Decoded.NotUtf8("the document is not encoded in UTF-8");
        }
        String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        String encoding = declaredEncoding(unmarked);
        return encoding.isEmpty() || ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))
                ? new Decoded.Text(unmarked)
                : new Decoded.NotUtf8("the document declares the encoding `" + encoding + "`; it must be UTF-8");
    }

    /**
     * A cursor over the text whose character offsets are exact ({@code getLocationInfo}). Where there is no prefix or
     * no namespace it answers with an empty text, never with null.
     *
     * @throws XMLStreamException here and from the cursor's methods: {@link RefusedXmlException} for what is
     *     well-formed and yet not accepted, any other for what is not well-formed
     */
    public static XMLStreamReader2 reader(String text, XmlLimits limits) throws XMLStreamException {
        if (text.length() > limits.maxChars()) {
            throw new RefusedXmlException(
                    XmlResult.Reason.BEYOND_LIMITS,
                    "the document is longer than " + limits.maxChars() + " characters",
                    XMLStreamLocation2.NOT_AVAILABLE);
        }
        refuseNoncharacters(text);
        var reader = (XMLStreamReader2) FACTORY.createXMLStreamReader(new StringReader(text));
        if ("1.1".equals(reader.getVersion())) {
            throw new RefusedXmlException(
                    XmlResult.Reason.NOT_WELL_FORMED, "only XML 1.0 is accepted", reader.getLocation());
        }
        return new BoundedReader(reader, limits);
    }

    /** Production 2 of XML 1.0: the parser refuses all other code points that no document may have, but lets these two pass. */
    private static void refuseNoncharacters(String text) throws RefusedXmlException {
        // A text of Latin letters is stored in octets and cannot have them, which these calls see without a look at it.
        if (text.indexOf('\uFFFE') >= 0 || text.indexOf('\uFFFF') >= 0) {
            throw new RefusedXmlException(
                    XmlResult.Reason.NOT_WELL_FORMED,
                    "the document has U+FFFE or U+FFFF in it, which no XML document may have",
                    XMLStreamLocation2.NOT_AVAILABLE);
        }
    }

    /** The document as a tree. */
    public static XmlResult parse(String text, XmlLimits limits) {
        try {
            return new XmlResult.Parsed(XmlTreeReader.read(reader(text, limits)));
        } catch (XMLStreamException refused) {
            return refusal(refused);
        }
    }

    /** What an exception of {@link #reader} says, as a value. */
    static XmlResult.Refused refusal(XMLStreamException thrown) {
        Location place = thrown.getLocation();
        int line = place == null ? 0 : Math.max(place.getLineNumber(), 0);
        int column = place == null ? 0 : Math.max(place.getColumnNumber(), 0);
        return thrown instanceof RefusedXmlException refused
                ? new XmlResult.Refused(refused.reason(), refused.problem(), line, column)
                : new XmlResult.Refused(XmlResult.Reason.NOT_WELL_FORMED, problem(thrown), line, column);
    }

    /** The encoding that the XML declaration names, or empty; whether it is well-formed is seen later. */
    private static String declaredEncoding(String text) {
        var declaration = DECLARED_ENCODING.matcher(text);
        return declaration.lookingAt() ? declaration.group(1) : "";
    }

    /** Parsers put the place behind a line feed; it is told apart from the message here. */
    private static String problem(XMLStreamException malformed) {
        String message = malformed.getMessage();
        return message == null
                ? "the document is not well-formed"
                : message.lines().findFirst().orElse("");
    }

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing outside of the document is read");
        });
        // StAX leaves open whether "no namespace" is empty or null; here it is empty.
        factory.setProperty(WstxInputProperties.P_RETURN_NULL_FOR_DEFAULT_NAMESPACE, false);
        // Parsed lazily, a malformed text would surface as an unchecked exception.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory;
    }
}
