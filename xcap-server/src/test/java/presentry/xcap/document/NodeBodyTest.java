package presentry.xcap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.schemas.XmlLimits;

/** What may be the body of an element or attribute PUT (RFC 4825, section 8.2.2). */
class NodeBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<a>",
                "</a>",
                "<a/><b/>",
                "<a/>text",
                "<!-- c --><a/>",
                "<a/><?p?>",
                "</scope><scope>",
                "<a/></scope><scope>",
                "<?xml version='1.0'?><a/>",
                "<!DOCTYPE a><a/>",
                "<p:a/>",
                "<a p:b='c'/>",
                "<a b='1' b='2'/>",
                "<a>&foo;</a>",
                "<a b='<'/>",
                "<![CDATA[<a/>]]>"
            })
    void whatIsNotExactlyOneElementIsNoFragment(String body) {
        assertThat(Fragment.read(body, Map.of(), XmlLimits.DEFAULT)).isEmpty();
    }

    @Test
    void prefixesAreResolvedWhereTheFragmentLands() {
        assertThat(Fragment.read("<p:a/>", Map.of("p", "urn:p", "", "urn:d"), XmlLimits.DEFAULT))
                .isPresent();
    }

    @Test
    void whiteSpaceAroundTheElementIsNotPartOfIt() {
        assertThat(Fragment.read(" <a> </a>\r\n", Map.of(), XmlLimits.DEFAULT).map(Fragment::text))
                .contains("<a> </a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "a<b",
                "&",
                "a & b",
                "&foo;",
                "&#0;",
                "&#xFFFF;",
                "\"open",
                "\"",
                "'a\"",
                "\"a\"b\"",
                "a\u0001"
            })
    void whatCannotStandInAnAttributeIsNoValue(String body) {
        assertThat(AttributeText.read(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a", "\"a\"", "'a'", "a \"b\" 'c'", "&amp;&#65;&#x1D11E;", "> ü\t\n"})
    void aValueIsReadWithOrWithoutQuotes(String body) {
        assertThat(AttributeText.read(body)).isPresent();
    }
}
