package presentry.launch.importing;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that keeps documents in a table {@code xcap}: what its numbers and names of documents mean. */
public enum Origin {
    /** A document is called by the path of the request, from the XCAP root or from the usage on. */
    KAMAILIO(Map.of(
            2, "pres-rules",
            4, "resource-lists",
            8, "rls-services",
            16, "pidf-manipulation",
            32, "xcap-caps",
            64, "org.openmobilealliance.user-profile",
            128, "org.openmobilealliance.pres-content",
            256, "org.openmobilealliance.search",
            512, "org.openmobilealliance.xcap-directory")),

    /** A document is called by its path below its owner. */
    OPENSIPS(Map.of(
            2, "pres-rules",
            4, "resource-lists",
            8, "rls-services",
            16, "pidf-manipulation",
            32, "org.openmobilealliance.pres-rules")),

    /** The same, but rules have one name, whichever a client asked for. */
    OPENXCAP(Map.of(
            2, "pres-rules",
            4, "resource-lists",
            8, "rls-services",
            16, "pidf-manipulation",
            32, "org.openmobilealliance.pres-rules",
            64, "org.openmobilealliance.pres-content",
            128, "org.openxcap.dialog-rules"));

    private static final Pattern BELOW_AN_OWNER = Pattern.compile("(?:^|/)([^/]+)/users/[^/]+/(.+)$");
    private static final Pattern RULES = Pattern.compile("(?:org\\.openmobilealliance\\.)?pres-rules");

    @SuppressWarnings("ImmutableEnumChecker") // Map.of makes immutable ones
    private final Map<Integer, String> usages;

    Origin(Map<Integer, String> usages) {
        this.usages = usages;
    }

    /**
     * Where a document belongs.
     *
     * @param auid the application usage
     * @param path below the owner
     */
    record Place(String auid, String path) {}

    /** Where a row's document belongs; empty if the number of its usage is unknown. */
    Optional<Place> place(SourceRow row) {
        return Optional.ofNullable(usages.get(row.docType())).map(usage -> switch (this) {
            case KAMAILIO -> fromRequest(usage, row.docUri());
            case OPENSIPS -> new Place(usage, row.docUri());
            case OPENXCAP -> new Place(usage, nameOfRules(usage, row.docUri()));
        });
    }

    /** Kamailio has one number for both usages of presence rules; the request tells them apart. */
    private static Place fromRequest(String usage, String docUri) {
        Matcher path = BELOW_AN_OWNER.matcher(docUri);
        return path.find() ? new Place(path.group(1), path.group(2)) : new Place(usage, docUri);
    }

    /** Clients mostly ask for {@code index} (RFC 5025, section 9.7); OpenXCAP answers them with {@code index.xml}. */
    private static String nameOfRules(String usage, String docUri) {
        return RULES.matcher(usage).matches() && docUri.equals("index.xml") ? "index" : docUri;
    }
}
