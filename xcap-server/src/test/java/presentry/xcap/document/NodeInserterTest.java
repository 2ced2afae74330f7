package presentry.xcap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.schemas.XmlLimits;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.address.Terminal;
import presentry.xcap.document.NodeEditResult.Impossible;
import presentry.xcap.document.NodeEditResult.Inserted;
import presentry.xcap.document.NodeEditResult.Reason;
import presentry.xcap.document.NodeEditResult.Replaced;

/** RFC 4825, sections 8.2.3 and 8.2.4. The document is the one those sections discuss. */
class NodeInserterTest {

    private static final String BEFORE = """
        <?xml version="1.0"?>
        <root>
         <el1 att="first"/>
         <el1 att="second"/>
         <!-- comment -->
         <el2 att="first"/>
        </root>\
        """;

    private final NodeInserter inserter = new NodeInserter(Optional.empty(), XmlLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"root/el1[@att=\"third\"]", "root/el1[3][@att=\"third\"]", "root/*[3][@att=\"third\"]"})
    void theNextOfItsNameGoesRightBehindTheLastOne(String selector) {
        assertThat(put(BEFORE, selector, "<el1 att=\"third\"/>"))
                .isEqualTo(
                        inserted(BEFORE.replace("<el1 att=\"second\"/>", "<el1 att=\"second\"/><el1 att=\"third\"/>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root/el3", "root/el3[1]", "root/el3[@att=\"first\"]", "root/*[@att=\"third\"]"})
    void theFirstOfItsNameGoesLastOfAllBehindTrailingWhiteSpace(String selector) {
        String element = selector.contains("third") ? "<el3 att=\"third\"/>" : "<el3 att=\"first\"/>";

        assertThat(put(BEFORE, selector, element)).isEqualTo(inserted(BEFORE.replace("</root>", element + "</root>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root/el2[@att=\"2\"]", "root/el2[2][@att=\"2\"]"})
    void anotherSecondElement(String selector) {
        assertThat(put(BEFORE, selector, "<el2 att=\"2\"/>"))
                .isEqualTo(inserted(BEFORE.replace("<el2 att=\"first\"/>", "<el2 att=\"first\"/><el2 att=\"2\"/>")));
    }

    @Test
    void aPositionAmongAllElementsCountsAllNames() {
        assertThat(put(BEFORE, "root/*[2][@att=\"2\"]", "<el2 att=\"2\"/>"))
                .isEqualTo(inserted(BEFORE.replace("<el1 att=\"first\"/>", "<el1 att=\"first\"/><el2 att=\"2\"/>")));
    }

    @Test
    void aNewFirstOfItsNameGoesRightBeforeTheOldOne() {
        assertThat(put(BEFORE, "root/el2[1][@att=\"2\"]", "<el2 att=\"2\"/>"))
                .isEqualTo(inserted(BEFORE.replace("<el2 att=\"first\"/>", "<el2 att=\"2\"/><el2 att=\"first\"/>")));
    }

    @Test
    void aNewFirstOfAllGoesRightBeforeAllElements() {
        assertThat(put(BEFORE, "root/*[1][@att=\"2\"]", "<el2 att=\"2\"/>"))
                .isEqualTo(inserted(BEFORE.replace("<el1 att=\"first\"/>", "<el2 att=\"2\"/><el1 att=\"first\"/>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<root/>", "<root />", "<root></root>", "<root a='/'/>", "<root\n/>"})
    void anEmptyParentIsOpened(String before) {
        NodeEditResult result = put(before, "root/x", "<x/>");

        assertThat(result)
                .isInstanceOfSatisfying(
                        Inserted.class, inserted -> assertThat(inserted.text()).endsWith("><x/></root>"));
    }

    @Test
    void anElementIsReplacedAsAWholeAndNothingElseChanges() {
        assertThat(put(BEFORE, "root/el1[2]", "<el1 att=\"€\"><n xmlns=\"\"/></el1>"))
                .isEqualTo(replaced(BEFORE.replace("<el1 att=\"second\"/>", "<el1 att=\"€\"><n xmlns=\"\"/></el1>")));
    }

    @Test
    void theRootElementCanBeReplaced() {
        assertThat(put("<!-- a --><root/><?b c?>", "root", "<root><x/></root>"))
                .isEqualTo(replaced("<!-- a --><root><x/></root><?b c?>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "root/el1[@att=\"third\"]|<el1 att=\"other\"/>",
                "root/el1[@att=\"third\"]|<el2 att=\"third\"/>",
                "root/el1[@att=\"first\"]|<el1 att=\"other\"/>",
                "root/el1[2]|<el2/>",
                "root/el2[1]|<el3/>",
                "root/el2[3]|<el2/>",
                "root/el3[2]|<el3/>",
                "root/*[9]|<el3/>",
                "root/el2[0]|<el2/>",
                "root/el1|<el1/>",
                "root/*|<el1/>",
                "other|<other/>",
                "root/el2[2][@att=\"first\"]|<el1 att=\"first\"/>",
                "root/el3|<el3 xmlns=\"urn:x\"/>"
            })
    void whatTheSelectorWouldNotSelectCannotBeInserted(String selector, String element) {
        assertThat(put(BEFORE, selector, element))
                .isInstanceOfSatisfying(
                        Impossible.class,
                        impossible -> assertThat(impossible.reason()).isEqualTo(Reason.CANNOT_INSERT));
    }

    /** Section 8.2.1. */
    @Test
    void aMissingParentIsToldWithTheDepthAtWhichTheStepsEnd() {
        ElementIndex index = Selectors.index("<a><b><c/><c/></b></a>");

        assertThat(inserter.depthWithoutParent(index, Selectors.selector("a/b/c/d")))
                .contains(2);
        assertThat(inserter.depthWithoutParent(index, Selectors.selector("x/b")))
                .contains(0);
        assertThat(inserter.depthWithoutParent(index, Selectors.selector("a/b/d/@e")))
                .contains(2);
        assertThat(inserter.depthWithoutParent(index, Selectors.selector("a/b/d")))
                .isEmpty();
        assertThat(inserter.depthWithoutParent(index, Selectors.selector("x"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a/>|a/@x|1|<a x=\"1\"/>",
                "<a />|a/@x|1|<a x=\"1\" />",
                "<a b='2'  >t</a>|a/@x|'1'|<a b='2' x=\"1\"  >t</a>",
                "<a xmlns:p='urn:p'/>|a/@q:x?xmlns(q=urn:p)|1|<a xmlns:p='urn:p' p:x=\"1\"/>",
                "<a/>|a/@xml:lang|de|<a xml:lang=\"de\"/>",
                "<a/>|a/@x|say \"hi\" &amp; go|<a x=\"say &quot;hi&quot; &amp; go\"/>"
            })
    void anAttributeIsAddedBehindTheOthers(String before, String selector, String body, String after) {
        assertThat(putAttribute(before, selector, body)).isEqualTo(inserted(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<a x='1' y='2'/>|a/@x|\"it's\"|<a x='it&apos;s' y='2'/>",
                "<a x = \"1\"/>|a/@x|&#x20AC;|<a x = \"&#x20AC;\"/>",
                "<a q:x='1' x='2' xmlns:q='urn:q'/>|a/@x|3|<a q:x='1' x='3' xmlns:q='urn:q'/>"
            })
    void anAttributeIsOverwrittenBetweenItsQuotes(String before, String selector, String body, String after) {
        assertThat(putAttribute(before, selector, body)).isEqualTo(replaced(after));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[@x=\"1\"]/@x", "a/@xmlns", "a/@q:x?xmlns(q=urn:unbound)"})
    void anAttributeThatTheSelectorWouldNotSelectCannotBeInserted(String selector) {
        assertThat(putAttribute("<a x='1'/>", selector, "2"))
                .isInstanceOfSatisfying(
                        Impossible.class,
                        impossible -> assertThat(impossible.reason()).isEqualTo(Reason.CANNOT_INSERT));
    }

    private NodeEditResult put(String before, String selector, String element) {
        NodeSelector node = Selectors.selector(selector);
        ElementIndex index = Selectors.index(before);
        Fragment fragment = Fragment.read(element, inserter.bindingsOfParent(index, node), XmlLimits.DEFAULT)
                .orElseThrow();
        return withoutPatch(inserter.putElement(index, node, fragment));
    }

    private NodeEditResult putAttribute(String before, String selector, String body) {
        NodeSelector node = Selectors.selector(selector);
        return withoutPatch(inserter.putAttribute(
                Selectors.index(before),
                node,
                (Terminal.Attribute) node.terminal(),
                AttributeText.read(body).orElseThrow()));
    }

    private static NodeEditResult inserted(String text) {
        return new Inserted(text, "");
    }

    private static NodeEditResult replaced(String text) {
        return new Replaced(text, "");
    }

    /** The patch has a test of its own. */
    private static NodeEditResult withoutPatch(NodeEditResult result) {
        return switch (result) {
            case Inserted inserted -> new Inserted(inserted.text(), "");
            case Replaced replaced -> new Replaced(replaced.text(), "");
            case NodeEditResult.Removed removed -> removed;
            case Impossible impossible -> impossible;
        };
    }
}
