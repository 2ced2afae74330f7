package presentry.policy.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.policy.transform.Filtered.content;
import static presentry.policy.transform.Filtered.parsed;
import static presentry.policy.transform.Filtered.presence;
import static presentry.policy.transform.Filtered.showing;

import org.junit.jupiter.api.Test;
import presentry.policy.model.Attribute;
import presentry.schemas.XmlWriter;

/** RFC 3863, section 4.1.6; XML 1.0, sections 2.10 and 2.12; XML Base. */
class InheritedAttributesTest {
    @Test
    void theLanguageOfTheRootStaysWithItsNotes() {
        var document = presence("<tuple"
                        + " id=\"t\"><status><basic>open</basic></status><note>hallo</note></tuple><note>weg</note>")
                .replace("<presence ", "<presence xml:lang=\"de\" ");

        assertThat(XmlWriter.write(PresenceFilter.filter(parsed(document), showing(Attribute.NOTE))))
                .contains(
                        "<basic>open</basic>",
                        "<note xml:lang=\"de\">hallo</note>",
                        "<note xml:lang=\"de\">weg</note>");
    }

    @Test
    void theLanguageOfAComponentStaysWithItsNotes() {
        assertThat(content(
                        "<dm:person id=\"p\" xml:lang=\"es\"><dm:note>hola</dm:note></dm:person>",
                        showing(Attribute.NOTE)))
                .isEqualTo("<dm:person id=\"p\"><dm:note xml:lang=\"es\">hola</dm:note></dm:person>");
    }

    @Test
    void theNearestLanguageCounts() {
        assertThat(handedDown(
                        "<tuple id=\"t\" xml:lang=\"it\"><note xml:lang=\"fr\">salut</note><note>ciao</note></tuple>"))
                .contains("<note xml:lang=\"fr\">salut</note><note xml:lang=\"it\">ciao</note>");
    }

    @Test
    void anEmptyLanguageSaysThatNoneIsKnownAndStays() {
        assertThat(handedDown("<tuple id=\"t\" xml:lang=\"it\"><note xml:lang=\"\">?</note></tuple>"))
                .contains("<note xml:lang=\"\">?</note>");
    }

    @Test
    void notesInsideAttributesAndForeignElementsInheritToo() {
        assertThat(handedDown("<dm:person id=\"p\" xml:lang=\"it\""
                        + " xml:space=\"preserve\"><r:activities><r:note>pausa</r:note>"
                        + "</r:activities><x:y/></dm:person>"))
                .contains(
                        "<r:note xml:lang=\"it\" xml:space=\"preserve\">pausa</r:note>",
                        "<x:y xml:lang=\"it\" xml:space=\"preserve\"/>");
    }

    /** XML Base, section 4.2: a base is relative to the one around it. */
    @Test
    void aRelativeUriKeepsItsBase() {
        assertThat(handedDown("<tuple id=\"t\" xml:base=\"http://a.example/x/\"><status xml:base=\"y/\"><x:z/></status>"
                        + "<contact>b</contact><r:status-icon>c.png</r:status-icon></tuple>"))
                .contains(
                        "<x:z xml:base=\"http://a.example/x/y/\"/>",
                        "<contact xml:base=\"http://a.example/x/\">b</contact>",
                        "<r:status-icon xml:base=\"http://a.example/x/\">c.png</r:status-icon>");
    }

    @Test
    void aDocumentWithoutSuchAttributesIsTheSameDocument() {
        var document = parsed(presence("\n<tuple id=\"t\"><status/><note xml:lang=\"de\">n</note></tuple>"));

        assertThat(InheritedAttributes.handedDown(document)).isSameAs(document);
        assertThat(InheritedAttributes.mostAdded(document)).isZero();
    }

    /** What a reader refuses to hand down must be at least what handing down adds. */
    @Test
    void whatHandingDownAddsIsBounded() {
        var document = parsed(presence("<tuple id=\"t\" xml:lang=\"it\"><note>a</note><note>b</note></tuple>"));

        assertThat((long) XmlWriter.write(InheritedAttributes.handedDown(document))
                        .length())
                .isLessThanOrEqualTo(XmlWriter.write(document).length() + InheritedAttributes.mostAdded(document));
    }

    private static String handedDown(String content) {
        return XmlWriter.write(InheritedAttributes.handedDown(parsed(presence(content))));
    }
}
