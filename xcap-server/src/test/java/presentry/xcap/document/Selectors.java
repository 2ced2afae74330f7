package presentry.xcap.document;

import java.util.List;
import presentry.schemas.XmlLimits;
import presentry.xcap.address.Address;
import presentry.xcap.address.NodePart;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.address.SelectorLimits;
import presentry.xcap.address.XcapRoot;
import presentry.xcap.address.XcapUriReader;

/** Selectors and indexes for tests, made as a request makes them. */
final class Selectors {

    private static final XcapUriReader URIS =
            new XcapUriReader(List.of(new XcapRoot("", "example.com")), SelectorLimits.DEFAULT);

    private Selectors() {}

    /** @param selector may have a query with namespace bindings */
    static NodeSelector selector(String selector) {
        var located = (Address.Located) URIS.read("/test/global/index/~~/" + selector);
        return ((NodePart.Selected) located.uri().node().orElseThrow()).selector();
    }

    static ElementIndex index(String text) {
        return ElementIndex.of(text, XmlLimits.DEFAULT).orElseThrow();
    }
}
