package presentry.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlWriterTest {

    private static final String PRESENCE = """
        <presence xmlns="urn:p" xmlns:r="urn:r" entity="pres:alice@example.com">
          <tuple id="t1"><status><basic>open</basic></status></tuple>
          <r:mood><r:happy/></r:mood>
        </presence>\
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<a z=\"1\" b=\"2\" m=\"3\"/>",
                "<p:a xmlns:p=\"u\" p:x=\"1\" x=\"2\"/>",
                "<a xmlns=\"u\"><b xmlns=\"\"/><b/><p:b xmlns:p=\"u\"/></a>",
                "<a> t <b/>u<c>v</c> </a>",
                "<a b=\"&quot;&lt;&amp;'>&#9;&#10;&#13;\">&lt;&amp;&gt;&#13;\t\n</a>",
                "<a xml:lang=\"de\">\u00fc\ud83d\ude00</a>",
                "<a xmlns:unused=\"u\" xmlns:again=\"u\"><again:b><unused:b/></again:b></a>",
            })
    void whatWasReadIsWrittenAsItStood(String text) {
        assertThat(XmlWriter.write(parse(text))).isEqualTo(text);
    }

    @Test
    void aWholeDocumentKeepsItsShape() {
        assertThat(XmlWriter.write(parse(PRESENCE))).isEqualTo(PRESENCE);
    }

    @Test
    void commentsAndInstructionsAreDropped() {
        assertThat(XmlWriter.write(parse("<?xml version='1.0'?><!-- x --><a>b<!-- y -->c<?z?></a>")))
                .isEqualTo("<a>bc</a>");
    }

    @Test
    void anElementTakenOutOfItsDocumentGetsTheDeclarationItNeeds() {
        var mood = parse(PRESENCE).element("urn:r", "mood").orElseThrow();

        assertThat(XmlWriter.write(mood)).isEqualTo("<r:mood xmlns:r=\"urn:r\"><r:happy/></r:mood>");
    }

    @Test
    void anElementMovedUnderAnotherMeaningOfItsPrefixKeepsItsOwn() {
        var mood = parse(PRESENCE).element("urn:r", "mood").orElseThrow();
        var root = XmlElement.of("urn:other", "r", "list")
                .withDeclaration("r", "urn:other")
                .withChild(mood);

        assertThat(XmlWriter.write(root))
                .isEqualTo("<r:list xmlns:r=\"urn:other\"><r:mood xmlns:r=\"urn:r\"><r:happy/></r:mood></r:list>");
    }

    @Test
    void anElementOfNoNamespaceUndoesTheDefaultOne() {
        var root = XmlElement.of("u", "", "a").withChild(XmlElement.of("", "", "b"));

        assertThat(XmlWriter.write(root)).isEqualTo("<a xmlns=\"u\"><b xmlns=\"\"/></a>");
    }

    @Test
    void aPrefixedAttributeIsDeclaredOnce() {
        var attribute = new XmlAttribute("p", "u", "x", "1");
        var root = XmlElement.of("u", "p", "a").withAttribute(attribute).withChild(XmlElement.of("u", "p", "b"));

        assertThat(XmlWriter.write(root)).isEqualTo("<p:a xmlns:p=\"u\" p:x=\"1\"><p:b/></p:a>");
    }

    @Test
    void aCopyWithoutAChildLeavesTheOriginalAlone() {
        var root = parse("<a><b/><c/></a>");

        var filtered = root.keeping(child -> !child.localName().equals("b"));

        assertThat(XmlWriter.write(filtered)).isEqualTo("<a><c/></a>");
        assertThat(XmlWriter.write(root)).isEqualTo("<a><b/><c/></a>");
    }

    @Test
    void aFilterThatKeepsEverythingCopiesNothing() {
        var root = parse("<a><b/>text<c/></a>");

        assertThat(root.keeping(child -> true)).isSameAs(root);
    }

    @Test
    void anAttributeIsReplacedInItsPlace() {
        var root = parse("<a x='1' y='2' z='3'/>");

        assertThat(XmlWriter.write(root.withAttribute("y", "9").withAttribute("new", "0")))
                .isEqualTo("<a x=\"1\" y=\"9\" z=\"3\" new=\"0\"/>");
    }

    @Test
    void childrenAndTextAreReplaced() {
        var root = parse("<a>old<b/></a>");

        assertThat(XmlWriter.write(root.withText("new"))).isEqualTo("<a>new</a>");
        assertThat(XmlWriter.write(root.withText(""))).isEqualTo("<a/>");
        assertThat(XmlWriter.write(root.withChildren(List.of(new XmlText("1 < 2")))))
                .isEqualTo("<a>1 &lt; 2</a>");
    }

    @Test
    void aDocumentSaysItsEncoding() {
        assertThat(XmlWriter.writeDocument(parse("<a/>")))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>\n");
    }

    @Test
    void partsOfAnElementAreFoundByName() {
        var root = parse(PRESENCE);

        assertThat(root.is("urn:p", "presence")).isTrue();
        assertThat(root.attribute("entity")).contains("pres:alice@example.com");
        assertThat(root.declarations()).containsExactly(entry("", "urn:p"), entry("r", "urn:r"));
        assertThat(root.elements()).extracting(XmlElement::localName).containsExactly("tuple", "mood");
        assertThat(root.elements()).extracting(XmlElement::line).containsExactly(2, 3);
        assertThat(root.element("urn:p", "mood")).isEmpty();
    }

    private static XmlElement parse(String text) {
        return ((XmlResult.Parsed) SafeXml.parse(text, XmlLimits.DEFAULT)).root();
    }
}
