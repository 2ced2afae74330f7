package presentry.xcap.usage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import presentry.schemas.Grammar;
import presentry.schemas.MediaTypes;
import presentry.schemas.Namespaces;
import presentry.schemas.SafeXml;
import presentry.schemas.SchemaCatalog;
import presentry.schemas.SchemaProblem;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlResult;
import presentry.uri.Aor;
import presentry.uri.CanonicalUri;
import presentry.uri.UriValue;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.document.StandaloneElements;
import presentry.xcap.usage.Violation.ConstraintFailed;
import presentry.xcap.usage.Violation.Duplicate;
import presentry.xcap.usage.Violation.NotUnique;
import presentry.xcap.usage.Violation.SchemaInvalid;

/** Addresses that stand for lists (RFC 4826, section 4.4), and the index of all of them. */
public final class RlsServices implements ApplicationUsage {

    /** Section 4.4.1. */
    private static final String AUID = "rls-services";

    private static final DocumentSelector INDEX = new DocumentSelector(AUID, new Owner.Global(), "index");

    private final SchemaCatalog schemas;
    private final IndexedDocuments users;
    private final Predicate<Aor> hasAccount;

    /** Where the documents are found of which the index is made. */
    @FunctionalInterface
    public interface IndexedDocuments {

        /** The texts of the documents called {@code index} of all users, as they are now (section 4.4.8). */
        List<String> texts();
    }

    /**
     * A usage over the documents of all users.
     *
     * @param schemas knows service documents
     * @param hasAccount whether an address belongs to somebody by name, so that no service may have it
     */
    public RlsServices(SchemaCatalog schemas, IndexedDocuments users, Predicate<Aor> hasAccount) {
        this.schemas = schemas;
        this.users = users;
        this.hasAccount = hasAccount;
    }

    @Override
    public String auid() {
        return AUID;
    }

    /** Section 4.4.2. */
    @Override
    public String mediaType() {
        return MediaTypes.RLS_SERVICES_XML;
    }

    /** Section 4.4.4. */
    @Override
    public Optional<String> defaultNamespace() {
        return Optional.of(Namespaces.RLS_SERVICES);
    }

    @Override
    public List<String> namespaces() {
        return List.of(Namespaces.RLS_SERVICES, Namespaces.RESOURCE_LISTS);
    }

    /** Section 4.4.9: the index tells about all users, so it is closed to each of them. */
    @Override
    public boolean allows(Requester requester, Access access, DocumentSelector document) {
        boolean global = document.owner().user().isEmpty();
        return switch (requester) {
            case Requester.User user -> !global && DefaultAuthorization.allows(requester, access, document);
            case Requester.OwnerOfTheTree anybody -> DefaultAuthorization.allows(requester, access, document);
            case Requester.Administrator trusted -> !global || access == Access.READ;
        };
    }

    /** Section 4.4.8. */
    @Override
    public Optional<String> computed(String root, DocumentSelector document) {
        if (!document.equals(INDEX)) {
            return Optional.empty();
        }
        var index = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rls-services xmlns=\"")
                .append(Namespaces.RLS_SERVICES)
                .append("\">\n");
        for (String text : users.texts()) {
            StandaloneElements.belowRoot(text)
                    .forEach(service -> index.append(service).append('\n'));
        }
        return Optional.of(index.append("</rls-services>\n").toString());
    }

    /** Section 4.4.5. */
    @Override
    public Optional<Violation> check(DocumentSelector document, String text) {
        Optional<SchemaProblem> problem = schemas.validate(Grammar.RLS_SERVICES, text);
        if (problem.isPresent()) {
            return problem.map(Violation::of);
        }
        return switch (SafeXml.parse(text, schemas.limits())) {
            case XmlResult.Refused refused -> Optional.of(new SchemaInvalid(refused.message()));
            case XmlResult.Parsed parsed -> check(document, parsed.root());
        };
    }

    private static Optional<Violation> check(DocumentSelector document, XmlElement root) {
        List<XmlElement> services = services(root);
        Set<String> uris = new HashSet<>();
        List<Duplicate> duplicates = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            String uri = services.get(i).attribute("uri").orElse("");
            if (!uris.add(canonical(uri))) {
                duplicates.add(new Duplicate(field(i), alternatives(uri)));
            }
        }
        if (!duplicates.isEmpty()) {
            return Optional.of(new NotUnique("A service address stands twice in the document.", duplicates));
        }
        Optional<Violation> list = Optional.empty();
        for (int i = 0; i < services.size() && list.isEmpty(); i++) {
            String field = "rls-services/*%5B" + (i + 1) + "%5D";
            XmlElement service = services.get(i);
            list = ListConstraints.check(service, field).or(() -> checkReference(document, service));
        }
        return list;
    }

    private static Optional<Violation> checkReference(DocumentSelector document, XmlElement service) {
        return service.elements().stream()
                .filter(child -> child.localName().equals("resource-list"))
                .filter(child -> !ListReference.pointsIntoHomeOf(
                        document.owner(), child.text().strip()))
                .findFirst()
                .map(child -> new ConstraintFailed("line " + child.line() + ": a <resource-list> must be the absolute"
                        + " HTTP URI of a list in your own resource-lists."));
    }

    /** Service addresses are unique on the whole server, and none is the address of a user. */
    @Override
    public List<Claim> claims(String text) {
        return switch (SafeXml.parse(text, schemas.limits())) {
            case XmlResult.Refused refused -> List.of();
            case XmlResult.Parsed parsed -> {
                List<XmlElement> services = services(parsed.root());
                List<Claim> claims = new ArrayList<>();
                for (int i = 0; i < services.size(); i++) {
                    claims.add(claim(services.get(i).attribute("uri").orElse(""), field(i)));
                }
                yield claims;
            }
        };
    }

    private Claim claim(String uri, String field) {
        Optional<Aor> user = UriValue.parse(uri)
                .filter(RlsServices::isAddressOfAUser)
                .map(CanonicalUri::aor)
                .map(Aor::home);
        return new Claim(canonical(uri), field, user.filter(hasAccount).isPresent(), user, alternatives(uri));
    }

    /**
     * A service has its address exactly as it stands (RFC 4826, section 5): a parameter that RFC 3261 does not know, as in
     * {@code sip:alice@example.com;pres-list=rcs}, makes it another one than that of the user. {@code lr} is of no address.
     */
    private static boolean isAddressOfAUser(CanonicalUri uri) {
        return !uri.hasLooseParameters() || uri.text().equals(uri.strictKey() + ";lr");
    }

    private static List<XmlElement> services(XmlElement root) {
        return root.elements().stream()
                .filter(child -> child.localName().equals("service"))
                .toList();
    }

    private static String field(int service) {
        return "rls-services/service%5B" + (service + 1) + "%5D/@uri";
    }

    private static String canonical(String uri) {
        return UriValue.parse(uri).map(CanonicalUri::text).orElse(uri.strip());
    }

    /** More than are suggested, since some may be taken too. */
    private static List<String> alternatives(String uri) {
        int at = uri.indexOf('@');
        if (at < 0) {
            return List.of();
        }
        return IntStream.rangeClosed(2, 20)
                .mapToObj(number -> uri.substring(0, at) + "-" + number + uri.substring(at))
                .toList();
    }
}
