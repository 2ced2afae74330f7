package presentry.xcap.usage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import presentry.schemas.MediaTypes;
import presentry.schemas.Namespaces;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.usage.Violation.ConstraintFailed;

/** What this server can do, in one computed document (RFC 4825, section 12). */
public final class XcapCaps implements ApplicationUsage {

    /** Section 12.1. */
    private static final String AUID = "xcap-caps";

    private static final DocumentSelector INDEX = new DocumentSelector(AUID, new Owner.Global(), "index");

    private final String index;

    XcapCaps(List<ApplicationUsage> others) {
        Stream<String> auids = Stream.concat(Stream.of(AUID), others.stream().map(ApplicationUsage::auid));
        Stream<String> namespaces =
                Stream.concat(namespaces().stream(), others.stream().flatMap(usage -> usage.namespaces().stream()));
        this.index = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xcap-caps xmlns=\"" + Namespaces.XCAP_CAPS + "\">\n"
                + "  <auids>\n" + lines("auid", auids) + "  </auids>\n  <extensions/>\n  <namespaces>\n"
                + lines("namespace", namespaces) + "  </namespaces>\n</xcap-caps>\n";
    }

    private static String lines(String element, Stream<String> values) {
        return values.distinct()
                .map(value -> "    <" + element + ">" + value + "</" + element + ">\n")
                .collect(Collectors.joining());
    }

    @Override
    public String auid() {
        return AUID;
    }

    /** Section 12.3. */
    @Override
    public String mediaType() {
        return MediaTypes.XCAP_CAPS_XML;
    }

    @Override
    public Optional<String> defaultNamespace() {
        return Optional.of(Namespaces.XCAP_CAPS);
    }

    @Override
    public List<String> namespaces() {
        return List.of(Namespaces.XCAP_CAPS, Namespaces.XCAP_ERROR);
    }

    @Override
    public Optional<String> computed(String root, DocumentSelector document) {
        return document.equals(INDEX) ? Optional.of(index) : Optional.empty();
    }

    /** The one document of this usage is computed: there is nothing to write. */
    @Override
    public boolean allows(Requester requester, Access access, DocumentSelector document) {
        return access == Access.READ;
    }

    @Override
    public Optional<Violation> check(DocumentSelector document, String text) {
        return Optional.of(new ConstraintFailed("The documents of xcap-caps are made by the server."));
    }
}
