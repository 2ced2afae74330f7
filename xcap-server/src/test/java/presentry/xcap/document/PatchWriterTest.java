package presentry.xcap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import presentry.schemas.XmlLimits;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.address.Terminal;

/** RFC 5261, sections 4.3 to 4.5: what an edit did, as one operation. */
class PatchWriterTest {

    private static final String BEFORE = "<a xmlns:p='urn:p'><b n='1'/> <b n='2'><c/></b></a>";

    private final NodeInserter inserter = new NodeInserter(Optional.empty(), XmlLimits.DEFAULT);
    private final NodeRemover remover = new NodeRemover(Optional.empty(), XmlLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/b[@n=\"3\"]|<b n='3'/>|<add sel=\"*/*[2]\" pos=\"after\"><b xmlns:p=\"urn:p\" n='3'/></add>",
                "a/b[1][@n=\"3\"]|<b n='3'/>|<add sel=\"*/*[1]\" pos=\"before\"><b xmlns:p=\"urn:p\" n='3'/></add>",
                "a/b[1]/c|<p:c/>|CANNOT",
                "a/b[1]/d|<d xmlns:p='urn:q'/>|<add sel=\"*/*[1]\"><d xmlns:p='urn:q'/></add>",
                "a/b[2]|<b/>|<replace sel=\"*/*[2]\"><b xmlns:p=\"urn:p\"/></replace>",
                "a|<a/>|<replace sel=\"*\"><a/></replace>"
            })
    void anElementIsAddedOrReplaced(String selector, String element, String patch) {
        NodeSelector node = Selectors.selector(selector);
        ElementIndex index = Selectors.index(BEFORE);
        Fragment fragment = Fragment.read(element, inserter.bindingsOfParent(index, node), XmlLimits.DEFAULT)
                .orElseThrow();

        assertThat(patch(inserter.putElement(index, node, fragment))).isEqualTo(patch);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/b[2]/@n|7|<replace sel=\"*/*[2]/@n\">7</replace>",
                "a/b[2]/@m|7|<add sel=\"*/*[2]\" type=\"@m\">7</add>",
                "a/b[2]/@q:m?xmlns(q=urn:p)|7|<add xmlns:p=\"urn:p\" sel=\"*/*[2]\" type=\"@p:m\">7</add>"
            })
    void anAttributeIsAddedOrReplaced(String selector, String value, String patch) {
        NodeSelector node = Selectors.selector(selector);

        NodeEditResult result = inserter.putAttribute(
                Selectors.index(BEFORE),
                node,
                (Terminal.Attribute) node.terminal(),
                AttributeText.read(value).orElseThrow());

        assertThat(patch(result)).isEqualTo(patch);
    }

    @ParameterizedTest
    @CsvSource({"a/b[2]/c, <remove sel=\"*/*[2]/*[1]\"/>", "a/b[1]/@n, <remove sel=\"*/*[1]/@n\"/>"})
    void aNodeIsRemoved(String selector, String patch) {
        assertThat(patch(remover.remove(Selectors.index(BEFORE), Selectors.selector(selector))))
                .isEqualTo(patch);
    }

    private static String patch(NodeEditResult result) {
        return switch (result) {
            case NodeEditResult.Inserted inserted -> inserted.patch();
            case NodeEditResult.Replaced replaced -> replaced.patch();
            case NodeEditResult.Removed removed -> removed.patch();
            case NodeEditResult.Impossible impossible -> "CANNOT";
        };
    }
}
