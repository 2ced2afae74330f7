package presentry.xcap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import presentry.schemas.XmlLimits;
import presentry.xcap.document.NodeEditResult.Impossible;
import presentry.xcap.document.NodeEditResult.Reason;
import presentry.xcap.document.NodeEditResult.Removed;

/** RFC 4825, sections 7.5, 7.8 and 8.4. */
class NodeRemoverTest {

    private final NodeRemover remover = new NodeRemover(Optional.empty(), XmlLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a> <b/> <c/> </a>|a/b|<a>  <c/> </a>",
                "<a><b n='1'/><b n='2'>x</b></a>|a/b[2]|<a><b n='1'/></a>",
                "<a><b n='1'/><b n='2'/></a>|a/b[@n=\"1\"]|<a><b n='2'/></a>",
                "<a><b n='1'/><b n='2'/></a>|a/*[1][@n=\"1\"]|<a><b n='2'/></a>",
                "<a x='1'  y='2' />|a/@y|<a x='1' />",
                "<a x='1' y='2'/>|a[@x=\"1\"]/@x|<a y='2'/>",
                "<a><b/><b/><b/></a>|a/b[3]|<a><b/><b/></a>"
            })
    void aNodeIsTakenOutAndEverythingElseStays(String before, String selector, String after) {
        assertThat(remover.remove(Selectors.index(before), Selectors.selector(selector)))
                .isInstanceOfSatisfying(
                        Removed.class, removed -> assertThat(removed.text()).isEqualTo(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a><b/><b/></a>|a/b[1]|CANNOT_DELETE",
                "<a><b/><c/></a>|a/*[1]|CANNOT_DELETE",
                "<a><b n='1'/><b n='1'/></a>|a/b[1][@n=\"1\"]|CANNOT_DELETE",
                "<a><b/></a>|a/c|NO_SUCH_NODE",
                "<a><b/><b/></a>|a/b|NO_SUCH_NODE",
                "<a><b/></a>|a/b/@c|NO_SUCH_NODE",
                "<a><b/></a>|a|NO_ROOT_LEFT"
            })
    void whatCannotBeTakenOutStays(String before, String selector, Reason reason) {
        assertThat(remover.remove(Selectors.index(before), Selectors.selector(selector)))
                .isInstanceOfSatisfying(
                        Impossible.class,
                        impossible -> assertThat(impossible.reason()).isEqualTo(reason));
    }
}
