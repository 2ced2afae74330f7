package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlWriter;

class PidfComposerTest {
    @Test
    void theDocumentOfASingleDevicePassesAsItIs() {
        XmlElement only = Documents.parse(Documents.BARESIP);

        assertThat(PidfComposer.compose(List.of(only))).isSameAs(only);
    }

    @Test
    void noDocumentMakesOneWithoutContent() {
        assertThat(PidfComposer.compose(List.of()).elements()).isEmpty();
    }

    /** RFC 3863, section 4.1.1 (order), and RFC 4479, section 3.5 (several persons, ids). */
    @Test
    void twoDevicesOfOneMakeStandSideBySideUnderIdsOfTheirOwn() {
        String composed =
                composed(Documents.baresip("open", "<rpid:busy/>"), Documents.baresip("closed", "<rpid:away/>"));

        assertThat(composed).isEqualToIgnoringWhitespace("""
            <presence xmlns="urn:ietf:params:xml:ns:pidf"
                xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model"
                xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid">
              <tuple id="t4109">
                <status><basic>open</basic></status><contact>sip:alice@example.com</contact>
              </tuple>
              <tuple id="t4109-2">
                <status><basic>closed</basic></status><contact>sip:alice@example.com</contact>
              </tuple>
              <dm:person id="p4159"><rpid:activities><rpid:busy/></rpid:activities></dm:person>
              <dm:person id="p4159-2"><rpid:activities><rpid:away/></rpid:activities></dm:person>
            </presence>
            """);
    }

    @Test
    void declarationsOfALaterDocumentMoveToTheRootWhereThePrefixIsFree() {
        String composed = composed(Documents.LINPHONE, Documents.baresip("open", ""));

        assertThat(composed)
                .startsWith("<presence xmlns=\"urn:ietf:params:xml:ns:pidf\""
                        + " xmlns:pidfonline=\"http://www.linphone.org/xsds/pidfonline.xsd\""
                        + " xmlns:dm=\"urn:ietf:params:xml:ns:pidf:data-model\""
                        + " xmlns:rpid=\"urn:ietf:params:xml:ns:pidf:rpid\">");
    }

    @Test
    void aPrefixThatMeansSomethingElseInALaterDocumentIsDeclaredOnItsChildren() {
        String composed = composed(
                "<presence xmlns='urn:ietf:params:xml:ns:pidf' xmlns:x='urn:one'><x:e/></presence>",
                "<presence xmlns='urn:ietf:params:xml:ns:pidf' xmlns:x='urn:two'><x:e/></presence>");

        assertThat(composed)
                .isEqualTo("<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" xmlns:x=\"urn:one\">"
                        + "<x:e/><x:e xmlns:x=\"urn:two\"/></presence>");
    }

    @Test
    void prefixedElementsKeepTheirPrefixAndUnprefixedOnesStayWithout() {
        String composed = composed(Documents.PREFIXED, Documents.baresip("open", "<rpid:away/>"));

        assertThat(composed)
                .startsWith("<presence xmlns=\"urn:ietf:params:xml:ns:pidf\"")
                .contains("<impp:tuple xmlns=\"urn:example:extra\" id=\"t4109\">")
                .contains("<impp:basic>closed</impp:basic>", "<mood>calm</mood>", "<tuple id=\"t4109-2\">")
                .contains("<basic>open</basic>", "<rpid:away/>");
    }

    @Test
    void anElementWithoutNamespaceStaysWithoutOne() {
        String composed = composed(
                "<p:presence xmlns:p='urn:ietf:params:xml:ns:pidf'><bare/></p:presence>",
                Documents.with("<note>n</note>"));

        assertThat(composed).contains("<bare xmlns=\"\"/>");
    }

    /** RFC 3863, section 4.1.6: a note in another language is another note. */
    @Test
    void equalNotesAreKeptOnce() {
        String composed = composed(
                Documents.with("<note xml:lang='en'>Here</note><note xml:lang='de'>Here</note>"),
                Documents.with("<note xml:lang='en'> Here </note><note>Here</note>"));

        assertThat(composed)
                .contains("<note xml:lang=\"en\">Here</note><note"
                        + " xml:lang=\"de\">Here</note><note>Here</note></presence>");
    }

    /** Two publications of 40 KB that bind 60 prefixes differently: each of 250 children must carry all of them. */
    @Test
    void repeatedDeclarationsCannotMakeADocumentGrowWithoutBound() {
        String composed = composed(manyPrefixes("urn:one:"), manyPrefixes("urn:two:"));

        assertThat(composed).hasSizeLessThan(250 * 60 * (PidfReader.MAX_NAMESPACE_LENGTH + 20));
    }

    private static String composed(String... documents) {
        return XmlWriter.write(
                PidfComposer.compose(Stream.of(documents).map(Documents::parse).toList()));
    }

    private static String manyPrefixes(String namespace) {
        String declarations = IntStream.range(0, 60)
                .mapToObj(number -> " xmlns:p" + number + "='" + namespace + "x".repeat(240) + "'")
                .collect(Collectors.joining());
        return "<presence xmlns='urn:ietf:params:xml:ns:pidf'" + declarations + ">" + "<p0:e/>".repeat(250)
                + "</presence>";
    }
}
