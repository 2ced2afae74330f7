package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.schemas.Grammar;
import presentry.schemas.SchemaCatalog;

class PidfReaderTest {
    static final List<String> OF_REAL_CLIENTS = List.of(Documents.BARESIP, Documents.LINPHONE, Documents.PREFIXED);
    static final List<String> REFUSED_BY_THE_SCHEMA = List.of(Documents.BARESIP, Documents.LINPHONE);

    @ParameterizedTest
    @FieldSource("OF_REAL_CLIENTS")
    void whatClientsInTheFieldPublishIsAccepted(String document) {
        assertThat(PidfReader.read(document)).isInstanceOf(PidfResult.Accepted.class);
    }

    /** Why the schema of RFC 3863, section 4.4, is not asked: it would shut these clients out. */
    @ParameterizedTest
    @FieldSource("REFUSED_BY_THE_SCHEMA")
    void whatOnlyTheSchemaObjectsToIsAccepted(String document) {
        assertThat(SchemaCatalog.standard().validate(Grammar.PIDF, document)).isPresent();
        assertThat(PidfReader.read(document)).isInstanceOf(PidfResult.Accepted.class);
    }

    /** RFC 3863, section 4.2.3. */
    @Test
    void elementsAndAttributesThatNobodyKnowsAreAccepted() {
        assertAccepted("<tuple id='t' x:a='1' xmlns:x='urn:x'><status><x:y/></status><x:z/></tuple><novel/>");
    }

    /** RFC 3863, section 4.1.1: any number of tuples, including none. */
    @Test
    void aDocumentWithNothingInItIsAccepted() {
        assertAccepted("");
    }

    @Test
    void whiteSpaceAroundTheBasicStatusIsAccepted() {
        assertAccepted("<tuple id='t'><status><basic> open </basic></status></tuple>");
    }

    /** RFC 3863, section 4.1. */
    @Test
    void whatIsNotWellFormedIsRefusedWithItsPlace() {
        assertThat(sentenceAbout("<presence"))
                .startsWith("the presence document cannot be read: ")
                .contains("line 1");
    }

    @Test
    void aDocumentTypeDeclarationIsRefused() {
        assertThat(sentenceAbout("<!DOCTYPE presence><presence xmlns='urn:ietf:params:xml:ns:pidf'/>"))
                .containsIgnoringCase("document type");
    }

    /** RFC 3863, section 4.1.1. */
    @Test
    void anotherRootIsRefused() {
        assertThat(sentenceAbout("<presence xmlns='urn:other'/>"))
                .isEqualTo("the root element must be `presence` in the namespace `urn:ietf:params:xml:ns:pidf`"
                        + " (RFC 3863, section 4.1.1)");
    }

    /** RFC 3863, section 4.1.2. */
    @Test
    void aTupleWithoutIdIsRefused() {
        assertThat(sentenceAbout(Documents.with("\n<tuple><status/></tuple>")))
                .isEqualTo("the `tuple` on line 2 has no `id` (RFC 3863, section 4.1.2; RFC 4479, section 3.5)");
    }

    /** RFC 4479, section 3.5. */
    @Test
    void aPersonWithABlankIdIsRefused() {
        assertThat(sentenceAbout(Documents.with("<dm:person id=' '/>")))
                .startsWith("the `person` on line 1 has no `id`");
    }

    /** RFC 3863, section 4.1.2. */
    @Test
    void aTupleWithoutStatusIsRefused() {
        assertThat(sentenceAbout(Documents.with("<tuple id='t'/>")))
                .isEqualTo("the `tuple` on line 1 has no `status` (RFC 3863, section 4.1.2)");
    }

    /** RFC 3863, section 4.4: of two, rules and watchers might look at different ones. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<status><basic>open</basic><basic>closed</basic></status>",
                "<status><basic>open</basic></status><status><basic>closed</basic></status>",
                "<status/><contact>sip:a@b</contact><contact>sip:c@d</contact>"
            })
    void aTupleWithTwoOfWhatMayStandThereOnceIsRefused(String content) {
        assertThat(sentenceAbout(Documents.with("<tuple id='t'>" + content + "</tuple>")))
                .startsWith("the `tuple` on line 1 has more than one");
    }

    /** RFC 3863, section 4.1.6: it is handed down to each note. */
    @Test
    void aLanguageThatWouldMakeADocumentGrowWithoutBoundIsRefused() {
        String notes = Documents.with("<tuple id='t'><status/>" + "<note/>".repeat(2000) + "</tuple>");

        assertThat(PidfReader.read(notes.replace(" entity", " xml:lang='de' entity")))
                .isInstanceOf(PidfResult.Accepted.class);
        assertThat(sentenceAbout(notes.replace(" entity", " xml:lang='" + "x".repeat(200) + "' entity")))
                .contains("`xml:lang`");
    }

    /** RFC 3863, section 4.1.4. */
    @Test
    void aBasicStatusThatIsNeitherOpenNorClosedIsRefused() {
        assertThat(sentenceAbout(Documents.with("<tuple id='t'><status><basic>away</basic></status></tuple>")))
                .isEqualTo("the `basic` of the `tuple` on line 1 must be `open` or `closed` (RFC 3863, section 4.1.4)");
    }

    @Test
    void moreElementsThanAnyUserHasAreRefused() {
        assertThat(sentenceAbout(Documents.with("<note/>".repeat(PidfReader.MAX_COMPONENTS + 1))))
                .isEqualTo("the presence document has more than 256 elements below its root");
    }

    /** Composing may have to repeat the declarations of the root on each element below it. */
    @Test
    void declarationsThatWouldGrowWithEachElementAreRefused() {
        String namespace = "urn:" + "x".repeat(PidfReader.MAX_REPEATED_DECLARATIONS / 100);

        assertThat(sentenceAbout("<presence xmlns='urn:ietf:params:xml:ns:pidf' xmlns:x='" + namespace + "'>"
                        + "<note/>".repeat(100) + "</presence>"))
                .startsWith("the root element declares too many or too long namespaces");
    }

    private static void assertAccepted(String content) {
        assertThat(PidfReader.read(Documents.with(content))).isInstanceOf(PidfResult.Accepted.class);
    }

    private static String sentenceAbout(String document) {
        return ((PidfResult.Refused) PidfReader.read(document)).sentence();
    }
}
