package presentry.scenario;

import java.io.StringReader;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import presentry.schemas.Namespaces;

/** Asks a document with XPath; names without a prefix belong to the namespace of its root element. */
final class XPathQuestion {
    private static final Processor PROCESSOR = new Processor(false);

    private XPathQuestion() {}

    /** The string values of all that {@code xpath} selects in {@code document}. */
    static List<String> ask(String xpath, String document) {
        try {
            XdmNode node = PROCESSOR.newDocumentBuilder().build(new StreamSource(new StringReader(document)));
            XPathCompiler compiler = PROCESSOR.newXPathCompiler();
            compiler.declareNamespace("", rootNamespace(node));
            compiler.declareNamespace("dm", Namespaces.DATA_MODEL);
            compiler.declareNamespace("rpid", Namespaces.RPID);
            compiler.declareNamespace("xe", Namespaces.XCAP_ERROR);
            compiler.declareNamespace("cp", Namespaces.COMMON_POLICY);
            return compiler.evaluate(xpath, node).stream()
                    .map(XdmItem::getStringValue)
                    .map(String::strip)
                    .toList();
        } catch (SaxonApiException wrong) {
            throw new AssertionError("`" + xpath + "` cannot be asked of: " + document, wrong);
        }
    }

    private static String rootNamespace(XdmNode document) {
        XdmNode root = document.children(child -> child.getNodeKind() == XdmNodeKind.ELEMENT)
                .iterator()
                .next();
        return root.getNodeName().getNamespace();
    }
}
