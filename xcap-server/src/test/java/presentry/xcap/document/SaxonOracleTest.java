package presentry.xcap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.transform.stream.StreamSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/**
 * A selector is a valid XPath expression, with one rule more: each step must choose exactly one element (RFC 4825, section
 * 6.3). So an XPath engine, asked step by step, must agree with us.
 */
class SaxonOracleTest {

    private final Processor saxon = new Processor(false);
    private final NodeFinder finder = new NodeFinder(Optional.empty());

    @Property(tries = 1500)
    void stepsChooseWhatXPathChoosesIfItIsOne(
            @ForAll("documents") String document, @ForAll("selectors") List<String> steps) throws SaxonApiException {
        ElementIndex index = Selectors.index(document);

        OptionalInt ours = finder.find(
                        index, Selectors.selector(String.join("/", steps)).steps())
                .map(element -> OptionalInt.of(ordinal(index, element)))
                .orElseGet(OptionalInt::empty);

        assertThat(ours).isEqualTo(oracle(document, steps));
    }

    @Provide
    Arbitrary<String> documents() {
        return elements(4).map(content -> "<a>" + content + "</a>");
    }

    private static Arbitrary<String> elements(int depth) {
        if (depth == 0) {
            return Arbitraries.of("", "text", "<!-- <a/> -->", "<![CDATA[<a/>]]>");
        }
        Arbitrary<String> element = Combinators.combine(
                        Arbitraries.of("a", "b"),
                        Arbitraries.of("", " x=\"1\"", " x='2'", " y = \"1\" x=\"1\"", "\n x=\"&#49;\""),
                        Arbitraries.lazy(() -> elements(depth - 1)))
                .as((name, attributes, content) -> content.isEmpty()
                        ? "<" + name + attributes + "/>"
                        : "<" + name + attributes + ">" + content + "</" + name + ">");
        return element.list().ofMaxSize(3).map(children -> String.join("é\r\n", children));
    }

    @Provide
    Arbitrary<List<String>> selectors() {
        Arbitrary<String> step = Combinators.combine(
                        Arbitraries.of("a", "b", "*"),
                        Arbitraries.of("", "", "[1]", "[2]"),
                        Arbitraries.of("", "", "[@x=\"1\"]", "[@x='2']", "[@y=\"1\"]"))
                .as((name, position, attribute) -> name + position + attribute);
        return step.list().ofMinSize(1).ofMaxSize(4).map(steps -> {
            List<String> fromRoot = new ArrayList<>(steps);
            fromRoot.set(0, "a");
            return fromRoot;
        });
    }

    /** The place in document order of the element that XPath finds, if it finds exactly one at each step. */
    private OptionalInt oracle(String document, List<String> steps) throws SaxonApiException {
        XdmNode root = saxon.newDocumentBuilder().build(new StreamSource(new StringReader(document)));
        XPathCompiler xpath = saxon.newXPathCompiler();
        for (int i = 1; i <= steps.size(); i++) {
            XdmValue chosen = xpath.evaluate("/" + String.join("/", steps.subList(0, i)), root);
            if (chosen.size() != 1) {
                return OptionalInt.empty();
            }
        }
        String path = "/" + String.join("/", steps);
        String ordinal = "count(" + path + "/preceding::*) + count(" + path + "/ancestor::*)";
        return OptionalInt.of(
                Integer.parseInt(xpath.evaluateSingle(ordinal, root).getStringValue()));
    }

    private static int ordinal(ElementIndex index, IndexedElement wanted) {
        List<IndexedElement> inOrder = new ArrayList<>();
        collect(index.root(), inOrder);
        return inOrder.stream().map(IndexedElement::start).toList().indexOf(wanted.start());
    }

    private static void collect(IndexedElement element, List<IndexedElement> inOrder) {
        inOrder.add(element);
        element.children().forEach(child -> collect(child, inOrder));
    }
}
