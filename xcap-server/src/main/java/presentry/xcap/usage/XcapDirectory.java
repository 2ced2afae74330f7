package presentry.xcap.usage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.usage.Violation.ConstraintFailed;

/** What a user has on the server, in one computed document of the Open Mobile Alliance: {@code directory.xml}. */
public final class XcapDirectory implements ApplicationUsage {

    private static final String NAMESPACE = "urn:oma:xml:xdm:xcap-directory";

    private final Listing listing;

    /** Where the documents of a user are found. */
    @FunctionalInterface
    public interface Listing {

        /** All documents of a user, in any order. */
        List<Entry> of(Aor user);
    }

    /**
     * One document of a user.
     *
     * @param octets how long it is
     */
    public record Entry(DocumentSelector document, DocumentETag etag, int octets, Instant updatedAt) {}

    /** @param listing is asked each time the directory is read */
    public XcapDirectory(Listing listing) {
        this.listing = listing;
    }

    @Override
    public String auid() {
        return "org.openmobilealliance.xcap-directory";
    }

    @Override
    public String mediaType() {
        return "application/vnd.oma.xcap-directory+xml";
    }

    @Override
    public Optional<String> defaultNamespace() {
        return Optional.of(NAMESPACE);
    }

    @Override
    public List<String> namespaces() {
        return List.of();
    }

    @Override
    public Optional<String> computed(String root, DocumentSelector document) {
        return document.path().equals("directory.xml")
                ? document.owner().user().map(user -> directory(root, listing.of(user)))
                : Optional.empty();
    }

    private static String directory(String root, List<Entry> entries) {
        Map<String, List<Entry>> folders = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.document().auid(), TreeMap::new, Collectors.toList()));
        var directory = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xcap-directory xmlns=\"")
                .append(NAMESPACE)
                .append("\">\n");
        folders.forEach((auid, documents) -> {
            directory.append("  <folder auid=\"").append(auid).append("\">\n");
            documents.forEach(document -> entry(directory, root, document));
            directory.append("  </folder>\n");
        });
        return directory.append("</xcap-directory>\n").toString();
    }

    /** Absolute, for clients use it as it is. It is percent-encoded, so it needs no escaping but that of ampersands. */
    private static void entry(StringBuilder directory, String root, Entry entry) {
        directory
                .append("    <entry uri=\"")
                .append((root + entry.document().written()).replace("&", "&amp;"))
                .append("\" etag=\"")
                .append(entry.etag().value())
                .append("\" last-modified=\"")
                .append(entry.updatedAt())
                .append("\" size=\"")
                .append(entry.octets())
                .append("\"/>\n");
    }

    /** The one document of each user is computed: there is nothing to write. */
    @Override
    public boolean allows(Requester requester, Access access, DocumentSelector document) {
        return access == Access.READ && DefaultAuthorization.allows(requester, access, document);
    }

    @Override
    public Optional<Violation> check(DocumentSelector document, String text) {
        return Optional.of(new ConstraintFailed("The directory is made by the server."));
    }
}
