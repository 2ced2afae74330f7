package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import presentry.schemas.XmlWriter;

class UsedDeclarationsTest {
    @Test
    void aDeclarationThatNothingUsesGoes() {
        assertThat(only("<a xmlns:secret='urn:client'><b/></a>")).isEqualTo("<a><b/></a>");
    }

    @Test
    void oneThatAnElementOrAnAttributeUsesStaysWhereItIs() {
        assertThat(only("<a xmlns:p='urn:p' xmlns:q='urn:q'><p:b/><c q:d=''/></a>"))
                .isEqualTo("<a xmlns:p=\"urn:p\" xmlns:q=\"urn:q\"><p:b/><c q:d=\"\"/></a>");
    }

    @Test
    void oneThatAnInnerOneHidesGoes() {
        assertThat(only("<a xmlns:p='urn:outer'><p:b xmlns:p='urn:inner'/></a>"))
                .isEqualTo("<a><p:b xmlns:p=\"urn:inner\"/></a>");
    }

    @Test
    void theDefaultNamespaceIsUsedByElementsWithoutPrefixAndByNoAttribute() {
        assertThat(only("<p:a xmlns:p='urn:p' xmlns='urn:d' b='c'><p:e/></p:a>"))
                .isEqualTo("<p:a xmlns:p=\"urn:p\" b=\"c\"><p:e/></p:a>");
        assertThat(only("<p:a xmlns:p='urn:p' xmlns='urn:d'><e/></p:a>"))
                .isEqualTo("<p:a xmlns:p=\"urn:p\" xmlns=\"urn:d\"><e/></p:a>");
    }

    @Test
    void aQualifiedNameInAValueIsAUse() {
        String document = "<a xmlns:p=\"urn:p\" xmlns:q=\"urn:q\"><b c=\"p:x\">one, q:y</b></a>";

        assertThat(only(document)).isEqualTo(document);
    }

    /** XML Schema part 1, section 2.6.1: a type without prefix is in the default namespace. */
    @Test
    void aTypeWithoutPrefixUsesTheDefaultNamespace() {
        String document =
                "<p:a xmlns:p=\"urn:p\" xmlns=\"urn:d\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                        + "<p:b xsi:type=\"t\"/></p:a>";

        assertThat(only(document)).isEqualTo(document);
    }

    private static String only(String document) {
        return XmlWriter.write(UsedDeclarations.only(Documents.parse(document)));
    }
}
