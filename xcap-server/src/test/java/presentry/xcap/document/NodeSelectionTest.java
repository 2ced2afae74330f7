package presentry.xcap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4825, sections 6.3, 6.4, 8.3 and 10. */
class NodeSelectionTest {

    /** A document in the manner of the example in section 6.4. */
    private static final String NAMESPACES = """
        <?xml version="1.0"?>
        <foo xmlns="urn:test:default">
          <ns1:bar xmlns:ns1="urn:test:one" xmlns="urn:test:one"><baz/><ns2:baz xmlns:ns2="urn:test:two"/></ns1:bar>
          <ns3:hi xmlns:ns3="urn:test:three"><there/></ns3:hi>
        </foo>
        """;

    private static final String LIST = "<l><!-- <e n='0'/> --><e n=\"1\" m='&lt;&#x20AC;\"'/>\r\n<e n='2'>é𝄞<f/></e>"
            + "<![CDATA[<e n='3'/>]]><g n=\"1\" n2 = \"a\tb\"  /></l>";

    private final NodeSelection inDefault = new NodeSelection(Optional.of("urn:test:default"));
    private final NodeSelection inNone = new NodeSelection(Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "foo/a:bar/b:baz?xmlns(a=urn:test:one)xmlns(b=urn:test:one), <baz/>",
        "foo/a:bar/b:baz?xmlns(a=urn:test:one)xmlns(b=urn:test:two), <ns2:baz xmlns:ns2=\"urn:test:two\"/>",
        "d:foo/a:bar/b:baz?xmlns(a=urn:test:one)xmlns(b=urn:test:two)xmlns(d=urn:test:default),"
                + " <ns2:baz xmlns:ns2=\"urn:test:two\"/>",
        "foo/*[2]/there, <there/>"
    })
    void namesAreComparedExpanded(String selector, String expected) {
        assertThat(text(inDefault, NAMESPACES, selector)).contains(expected);
    }

    @Test
    void theRootOfPresenceRulesIsNotInTheDefaultNamespaceOfTheUsage() {
        assertThat(text(new NodeSelection(Optional.of("urn:other")), NAMESPACES, "foo"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l/e[1]|<e n=\"1\" m='&lt;&#x20AC;\"'/>",
                "l/e[2]|<e n='2'>é𝄞<f/></e>",
                "l/e[@n=\"2\"]|<e n='2'>é𝄞<f/></e>",
                "l/*[3]|<g n=\"1\" n2 = \"a\tb\"  />",
                "l/g|<g n=\"1\" n2 = \"a\tb\"  />",
                "l/*[1][@n=\"1\"]|<e n=\"1\" m='&lt;&#x20AC;\"'/>",
                "l/e[@m=\"&lt;€&quot;\"]|<e n=\"1\" m='&lt;&#x20AC;\"'/>",
                "l/g[@n2=\"a b\"]|<g n=\"1\" n2 = \"a\tb\"  />",
                "l/*[2]/f|<f/>",
                "*/*[2]/*|<f/>"
            })
    void anElementIsToldExactlyAsItStands(String selector, String expected) {
        assertThat(text(inNone, LIST, selector)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "l/e",
                "l/*",
                "l/*[@n=\"1\"]",
                "l/*[@n=\"1\"]/f",
                "l/e[3]",
                "l/e[0]",
                "l/e[2][@n=\"1\"]",
                "x",
                "l/e[2]/f/f",
                "l/g[@xmlns=\"\"]"
            })
    void noneOrSeveralElementsMakeASelectorInvalid(String selector) {
        assertThat(text(inNone, LIST, selector)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"l/e[1]/@n|1", "l/e[1]/@m|&lt;&#x20AC;\"", "l/g/@n2|a\tb"})
    void anAttributeIsToldAsItStandsBetweenItsQuotes(String selector, String expected) {
        assertThat(text(inNone, LIST, selector)).contains(expected);
    }

    @Test
    void aDeclarationIsNoAttribute() {
        assertThat(text(inDefault, NAMESPACES, "foo/@xmlns")).isEmpty();
        assertThat(text(inDefault, NAMESPACES, "foo[@xmlns=\"urn:test:default\"]"))
                .isEmpty();
    }

    @Test
    void anAttributeIsFoundByItsExpandedName() {
        String document = "<a xmlns:p='urn:p' xmlns:q='urn:q' q:x='1' p:x='2' x='3' xml:lang='de'/>";

        assertThat(text(inNone, document, "a/@z:x?xmlns(z=urn:p)")).contains("2");
        assertThat(text(inNone, document, "a/@x")).contains("3");
        assertThat(text(inNone, document, "a/@xml:lang")).contains("de");
    }

    /** Section 10. */
    @Test
    void bindingsAreDeclaredOnAnElementOfTheSameNameWithoutAnythingElse() {
        String selector = "d:foo/a:bar/b:baz/namespace::*?"
                + "xmlns(d=urn:test:default)xmlns(a=urn:test:one)xmlns(b=urn:test:two)";

        assertThat(text(inDefault, NAMESPACES, selector))
                .contains("<ns2:baz xmlns=\"urn:test:one\" xmlns:ns1=\"urn:test:one\" xmlns:ns2=\"urn:test:two\"/>");
    }

    @Test
    void aDefaultNamespaceThatWasTakenAwayIsNotDeclared() {
        assertThat(text(
                        inDefault,
                        "<a xmlns='urn:test:default' x='1'><p:b xmlns:p='u&amp;v' xmlns=''/></a>",
                        "a/q:b/namespace::*?xmlns(q=u%26v)"))
                .contains("<p:b xmlns:p=\"u&amp;v\"/>");
    }

    private static Optional<String> text(NodeSelection selection, String document, String selector) {
        return selection
                .select(Selectors.index(document), Selectors.selector(selector.replace("€", "%E2%82%AC")))
                .map(SelectedNode::text);
    }
}
