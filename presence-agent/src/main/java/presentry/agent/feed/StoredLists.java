package presentry.agent.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import presentry.policy.model.ExternalLists;
import presentry.schemas.Namespaces;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlLimits;
import presentry.schemas.XmlResult;
import presentry.uri.Aor;
import presentry.uri.UriValue;
import presentry.xcap.address.Address;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.NodePart;
import presentry.xcap.address.XcapRoot;
import presentry.xcap.address.XcapUri;
import presentry.xcap.address.XcapUriReader;
import presentry.xcap.document.ElementIndex;
import presentry.xcap.document.NodeSelection;
import presentry.xcap.store.DocumentReader;

/**
 * The lists of this server (RFC 4826, section 3) as rules may refer to them: each user's rules to the user's own lists. What lies
 * elsewhere, is missing, cannot be read or is too large names nobody.
 */
public final class StoredLists {
    /** The application usage that keeps them. */
    static final String AUID = "resource-lists";

    private static final int MOST_MEMBERS = 20_000;
    private static final int MOST_REFERENCES = 1_000;
    private static final int MOST_CHARS = 8 << 20;

    private final DocumentReader documents;
    private final XcapUriReader addresses;
    private final XcapRoot root;
    private final NodeSelection nodes = new NodeSelection(Optional.of(Namespaces.RESOURCE_LISTS));

    /**
     * @param addresses knows the XCAP root that anchors begin with; which name of this machine they use makes no difference
     * @param root what the references inside lists are relative to (RFC 4826, section 3.2)
     */
    public StoredLists(DocumentReader documents, XcapUriReader addresses, XcapRoot root) {
        this.documents = documents;
        this.addresses = addresses;
        this.root = root;
    }

    /** The lists of one user, to be read once: the bounds hold for all that is read of it. */
    public ExternalLists of(Aor owner) {
        return new Reading(owner);
    }

    private final class Reading implements ExternalLists {
        private final Aor owner;
        private final Map<DocumentSelector, Optional<ElementIndex>> indexed = new HashMap<>();
        private final Map<String, List<String>> known = new HashMap<>();
        private int references;
        private int members;
        private int chars;

        Reading(Aor owner) {
            this.owner = owner;
        }

        @Override
        public List<String> members(String anchor) {
            return known.computeIfAbsent(anchor, this::read);
        }

        private List<String> read(String anchor) {
            Set<String> found = new LinkedHashSet<>();
            followList(anchor, found, new HashSet<>());
            members += found.size();
            return isTooMuch() ? List.of() : List.copyOf(found);
        }

        /** @param followed the lists on the way here, none of which is entered again */
        private void followList(String anchor, Set<String> found, Set<String> followed) {
            if (followed.add(anchor)) {
                element(anchor, "list").ifPresent(list -> walk(list, found, followed));
            }
        }

        private void walk(XmlElement list, Set<String> found, Set<String> followed) {
            for (XmlElement child : list.elements()) {
                if (!child.namespace().equals(Namespaces.RESOURCE_LISTS) || found.size() > MOST_MEMBERS) {
                    continue;
                }
                switch (child.localName()) {
                    case "entry" -> child.attribute("uri").ifPresent(found::add);
                    case "list" -> walk(child, found, followed);
                    case "entry-ref" ->
                        child.attribute("ref")
                                .flatMap(ref -> element(root.path() + "/" + ref.strip(), "entry"))
                                .flatMap(entry -> entry.attribute("uri"))
                                .ifPresent(found::add);
                    case "external" ->
                        child.attribute("anchor")
                                .ifPresent(anchor -> followList(UriValue.spelling(anchor), found, followed));
                    default -> {} // a display name, or what others add
                }
            }
        }

        /** The element of this name that an address selects in a document of the owner. */
        private Optional<XmlElement> element(String address, String name) {
            references++;
            if (isTooMuch() || !(addresses.read(UriValue.spelling(address)) instanceof Address.Located(XcapUri uri))) {
                return Optional.empty();
            }
            return uri.node().flatMap(node -> switch (node) {
                case NodePart.Selected selected
                when isOwn(uri.document()) ->
                    indexed.computeIfAbsent(uri.document(), this::index)
                            .flatMap(index -> nodes.standalone(index, selected.selector()))
                            .flatMap(this::parsed)
                            .filter(element -> element.is(Namespaces.RESOURCE_LISTS, name));
                case NodePart.Selected othersList -> Optional.empty();
                case NodePart.NotUnderstood ignored -> Optional.empty();
                case NodePart.UndefinedPrefix ignored -> Optional.empty();
                case NodePart.TooLong ignored -> Optional.empty();
            });
        }

        private boolean isOwn(DocumentSelector document) {
            return document.auid().equals(AUID)
                    && document.owner()
                            .user()
                            .filter(user -> user.home().equals(owner))
                            .isPresent();
        }

        private Optional<XmlElement> parsed(String text) {
            chars += text.length();
            return SafeXml.parse(text, XmlLimits.DEFAULT) instanceof XmlResult.Parsed parsed
                    ? Optional.of(parsed.root())
                    : Optional.empty();
        }

        private boolean isTooMuch() {
            return members > MOST_MEMBERS || references > MOST_REFERENCES || chars > MOST_CHARS;
        }

        private Optional<ElementIndex> index(DocumentSelector selector) {
            return documents
                    .read(selector)
                    .flatMap(document -> ElementIndex.of(document.body().text(), XmlLimits.DEFAULT));
        }
    }
}
