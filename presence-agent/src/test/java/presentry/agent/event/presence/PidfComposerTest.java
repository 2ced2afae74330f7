package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import presentry.schemas.XmlWriter;

class PidfComposerTest {
    private static final String MARK_OF_THE_SECOND = "mark2";

    /** How many there were besides, of which nothing is visible, must not be seen. */
    @Test
    void oneDocumentIsWrittenAsOneOfSeveralIs() {
        String one = Documents.with("\n  <note>n</note>\n ");

        assertThat(composed(one)).isEqualTo(composed(one, one)).doesNotContain("\n");
    }

    @Test
    void foreignAttributesOfTheRootStayWhereTheyMeanTheSame() {
        String composed = composed(
                "<presence xmlns='urn:ietf:params:xml:ns:pidf' xmlns:x='urn:one' x:a='1' x:b='2'><x:e/></presence>",
                "<presence xmlns='urn:ietf:params:xml:ns:pidf' xmlns:x='urn:two' x:a='3' c='4'"
                        + " entity='e'><x:e/></presence>");

        assertThat(composed)
                .startsWith("<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" xmlns:x=\"urn:two\" x:a=\"3\" c=\"4\">");
    }

    @Test
    void noDocumentMakesOneWithoutContent() {
        assertThat(PidfComposer.compose(List.of()).elements()).isEmpty();
    }

    /** RFC 3863, section 4.1.1 (order), and RFC 4479, section 3.5 (several persons, ids). */
    @Test
    void twoDevicesOfOneMakeStandSideBySideUnderIdsOfTheirOwnTheLatestFirst() {
        String composed =
                composed(Documents.baresip("open", "<rpid:busy/>"), Documents.baresip("open", "<rpid:away/>"));

        assertThat(composed).isEqualToIgnoringWhitespace("""
            <presence xmlns="urn:ietf:params:xml:ns:pidf"
                xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model"
                xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid">
              <tuple id="t4109-%1$s">
                <status><basic>open</basic></status><contact>sip:alice@example.com</contact>
              </tuple>
              <tuple id="t4109">
                <status><basic>open</basic></status><contact>sip:alice@example.com</contact>
              </tuple>
              <dm:person id="p4159-%1$s"><rpid:activities><rpid:away/></rpid:activities></dm:person>
              <dm:person id="p4159"><rpid:activities><rpid:busy/></rpid:activities></dm:person>
            </presence>
            """.formatted(MARK_OF_THE_SECOND));
    }

    /** Clients that look for text take the first basic status for that of the user. */
    @Test
    void openTuplesStandBeforeAllOthersTheLatestFirst() {
        String composed = composed(
                Documents.with("<tuple id='a'><status><basic>open</basic></status></tuple>"),
                Documents.with(
                        "<tuple id='b'><status/></tuple><tuple id='c'><status><basic>open</basic></status></tuple>"),
                Documents.with("<tuple id='d'><status><basic>closed</basic></status></tuple>"));

        assertThat(Documents.parse(composed).elements())
                .extracting(tuple -> tuple.attribute("id").orElseThrow())
                .containsExactly("c", "a", "d", "b");
    }

    /** RFC 4479, section 3.2: the user is one person. */
    @Test
    void personsThatSayTheSameStandThereOnce() {
        String composed = composed(Documents.BARESIP, Documents.BARESIP);

        assertThat(composed).containsOnlyOnce("<dm:person");
    }

    @Test
    void declarationsOfALaterDocumentMoveToTheRootWhereThePrefixIsFree() {
        String composed = composed(Documents.baresip("open", ""), Documents.LINPHONE);

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
                .isEqualTo("<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" xmlns:x=\"urn:two\">"
                        + "<x:e/><x:e xmlns:x=\"urn:one\"/></presence>");
    }

    @Test
    void prefixedElementsKeepTheirPrefixAndUnprefixedOnesStayWithout() {
        String composed = composed(Documents.PREFIXED, Documents.baresip("open", "<rpid:away/>"));

        assertThat(composed)
                .startsWith("<presence xmlns=\"urn:ietf:params:xml:ns:pidf\"")
                .contains("<impp:tuple xmlns=\"urn:example:extra\" id=\"t4109\">")
                .contains(
                        "<impp:basic>closed</impp:basic>",
                        "<mood>calm</mood>",
                        "<tuple id=\"t4109-" + MARK_OF_THE_SECOND + "\">")
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
                .contains("<note xml:lang=\"en\"> Here </note><note>Here</note>"
                        + "<note xml:lang=\"de\">Here</note></presence>");
    }

    /** Two publications that bind the same prefixes differently: each child of one of them must carry all declarations. */
    @Test
    void repeatedDeclarationsCannotMakeADocumentGrowWithoutBound() {
        String one = manyPrefixes("urn:one:");
        String other = manyPrefixes("urn:two:");

        assertThat(PidfReader.read(one)).isInstanceOf(PidfResult.Accepted.class);
        assertThat(composed(one, other))
                .hasSizeLessThan(one.length() + other.length() + PidfReader.MAX_REPEATED_DECLARATIONS);
    }

    private static String composed(String... documents) {
        return XmlWriter.write(PidfComposer.compose(
                Documents.published(Stream.of(documents).map(Documents::parse).toList())));
    }

    private static String manyPrefixes(String namespace) {
        String declarations = IntStream.range(0, 8)
                .mapToObj(number -> " xmlns:p" + number + "='" + namespace + "x".repeat(5) + "'")
                .collect(Collectors.joining());
        return "<presence xmlns='urn:ietf:params:xml:ns:pidf'" + declarations + ">" + "<p0:e/>".repeat(250)
                + "</presence>";
    }
}
