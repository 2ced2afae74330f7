package presentry.schemas;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.schemas.XmlResult.Reason;

class SafeXmlTest {

    private static final XmlLimits SMALL = new XmlLimits(200, 3, 2, 5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a/>text",
                "<a b='1' b='2'/>",
                "<a b=1/>",
                "<a><b>&nope;</b></a>",
                "<a b='&nope;'/>",
                "<p:a/>",
                "<a p:b='1'/>",
                "<a xmlns:p=''/>",
                "<a>]]></a>",
                "<a>&#0;</a>",
                "<a>&#xD800;</a>",
                "<a>\u0001</a>",
                "<a><!-- -- --></a>",
                "<?xml version=\"1.1\"?><a/>",
                "<?xml version=\"2.0\"?><a/>",
                " <?xml version=\"1.0\"?><a/>",
                "<a:b:c xmlns:a='u'/>",
            })
    void whatIsNotWellFormedIsRefused(String text) {
        assertThat(reason(text, XmlLimits.DEFAULT)).isEqualTo(Reason.NOT_WELL_FORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<?xml version=\"1.0\"?>\n<!-- c --><!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM \"file:///nowhere/at/all\"><a/>",
                "<!DOCTYPE a PUBLIC \"-//x\" \"http://dtd.invalid/x.dtd\"><a/>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://dtd.invalid/p\"> %p;]><a/>",
            })
    void aDocumentTypeDeclarationIsRefusedBeforeItIsRead(String text) {
        assertThat(reason(text, XmlLimits.DEFAULT)).isEqualTo(Reason.DOCTYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><b><c><d/></c></b></a>",
                "<a b='1' c='2' d='3'/>",
                "<a xmlns='u' xmlns:p='v' b='1'/>",
                "<abcdef/>",
                "<a abcdef='1'/>",
                "<a p:abcde='1' xmlns:p='u'/>",
            })
    void whatIsTooDeepTooWideOrTooLongIsRefused(String text) {
        assertThat(reason(text, SMALL)).isEqualTo(Reason.BEYOND_LIMITS);
    }

    @Test
    void whatIsJustWithinTheLimitsIsRead() {
        String text = "<abcde b='1' c='2'><b><c/></b><b><c/></b></abcde>";

        assertThat(SafeXml.parse(text, SMALL)).isInstanceOf(XmlResult.Parsed.class);
    }

    @Test
    void theWholeTextIsBounded() {
        assertThat(reason("<a>" + "x".repeat(200) + "</a>", SMALL)).isEqualTo(Reason.BEYOND_LIMITS);
    }

    @Test
    void aRefusalTellsWhere() {
        var refused = (XmlResult.Refused) SafeXml.parse("<a>\n  <b></c>\n</a>", XmlLimits.DEFAULT);

        assertThat(refused.line()).isEqualTo(2);
        assertThat(refused.column()).isPositive();
        assertThat(refused.message()).contains("c").doesNotContain("\n");
    }

    @Test
    void theFiveEntitiesAndCharacterReferencesAreResolved() {
        var root = parse("<a b='&quot;&apos;&#x20AC;'>&lt;&amp;&gt;<![CDATA[<&]]></a>");

        assertThat(root.attribute("b")).contains("\"'\u20ac");
        assertThat(root.text()).isEqualTo("<&><&");
    }

    @Test
    void offsetsOfTheCursorAreExactBehindCharactersOutsideTheBasicPlane() throws XMLStreamException {
        String text = "<a>\ud83d\ude00\r\n<b/></a>";
        var reader = SafeXml.reader(text, XmlLimits.DEFAULT);

        reader.nextTag();
        do {
            reader.next();
        } while (!reader.isStartElement());

        assertThat(reader.getLocationInfo().getStartingCharOffset()).isEqualTo(text.indexOf("<b/>"));
    }

    @Test
    void whatIsAbsentIsEmptyAndNeverNull() throws XMLStreamException {
        var reader = SafeXml.reader("<a xmlns='' b='1'/>", XmlLimits.DEFAULT);

        reader.nextTag();

        assertThat(reader.getPrefix()).isEmpty();
        assertThat(reader.getNamespaceURI()).isEmpty();
        assertThat(reader.getNamespacePrefix(0)).isEmpty();
        assertThat(reader.getNamespaceURI(0)).isEmpty();
        assertThat(reader.getAttributePrefix(0)).isEmpty();
        assertThat(reader.getAttributeNamespace(0)).isEmpty();
    }

    @Test
    void utf8IsDecodedAndTheByteOrderMarkTakenOff() {
        assertThat(SafeXml.decode("\ufeff<a>\u00fc</a>".getBytes(UTF_8))).isEqualTo(new Decoded.Text("<a>\u00fc</a>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>",
                "<?xml version='1.0' encoding = 'utf-8' standalone='no' ?><a/>",
                "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a/>",
                "<?xml version=\"1.0\"?><a encoding=\"UTF-16\"/>",
                "<a/>",
            })
    void aDocumentMayDeclareUtf8OrItsSubset(String text) {
        assertThat(SafeXml.decode(text.getBytes(UTF_8))).isEqualTo(new Decoded.Text(text));
    }

    @Test
    void otherEncodingsAreRefused() {
        assertThat(SafeXml.decode("<a>\u00fc</a>".getBytes(ISO_8859_1))).isInstanceOf(Decoded.NotUtf8.class);
        assertThat(SafeXml.decode("<a/>".getBytes(UTF_16))).isInstanceOf(Decoded.NotUtf8.class);
        assertThat(SafeXml.decode(new byte[] {'<', (byte) 0xc0, (byte) 0xaf, '>'}))
                .isInstanceOf(Decoded.NotUtf8.class);
    }

    @Test
    void anotherDeclaredEncodingIsRefusedByName() {
        var decoded = SafeXml.decode("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>".getBytes(UTF_8));

        assertThat(decoded)
                .isEqualTo(new Decoded.NotUtf8("the document declares the encoding `ISO-8859-1`; it must be UTF-8"));
    }

    private static Reason reason(String text, XmlLimits limits) {
        return ((XmlResult.Refused) SafeXml.parse(text, limits)).reason();
    }

    private static XmlElement parse(String text) {
        return ((XmlResult.Parsed) SafeXml.parse(text, XmlLimits.DEFAULT)).root();
    }
}
