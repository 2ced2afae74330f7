package presentry.xcap.service;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.NodePart;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.address.Terminal;
import presentry.xcap.address.XcapUri;
import presentry.xcap.document.DocumentETags;
import presentry.xcap.service.XcapResult.Refused;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.StoreException;
import presentry.xcap.usage.Access;
import presentry.xcap.usage.ApplicationUsage;
import presentry.xcap.usage.ApplicationUsages;
import presentry.xcap.usage.Grant;
import presentry.xcap.usage.Requester;

/**
 * The server behaviour of RFC 4825, section 8: one method per verb. Each judges in the order of that section: usage,
 * authorization, user, then what the verb needs. Authentication comes in as the requester. Blocks while it reads and until
 * a write is on disk.
 */
public final class XcapService {

    private static final Logger LOG = LoggerFactory.getLogger(XcapService.class);

    private final ApplicationUsages usages;
    private final Predicate<Aor> isUser;
    private final List<Grant> grants;
    private final DocumentStore store;
    private final Commits commits;
    private final DocumentReading reading;
    private final DocumentWriting writing;
    private final NodeWriting nodeWriting;

    /**
     * @param isUser whether somebody is a user of this server
     * @param grants what is allowed beyond the authorization of the usages
     * @param etags makes the tag of each new version
     */
    public XcapService(
            ApplicationUsages usages,
            Predicate<Aor> isUser,
            List<Grant> grants,
            DocumentStore store,
            DocumentETags etags,
            XcapLimits limits) {
        this.usages = usages;
        this.isUser = isUser;
        this.grants = List.copyOf(grants);
        this.store = store;
        FairTurns turns = new FairTurns(Runtime.getRuntime().availableProcessors(), limits.requestsInALine());
        this.reading = new DocumentReading(store, turns, limits.xml());
        this.commits = new Commits(store);
        RoomForRules room = new RoomForRules(usages, limits.rulesBytesPerUser());
        this.writing = new DocumentWriting(store, commits, turns, etags, room, limits);
        this.nodeWriting = new NodeWriting(store, commits, turns, etags, room, limits.xml());
    }

    /** Whether there is such a usage: judged before authentication. */
    public boolean knows(String auid) {
        return usages.find(auid).isPresent();
    }

    /** Whether fetching this document needs no waiting now. */
    public boolean hasAtHand(DocumentSelector document) {
        return store.hasAtHand(document);
    }

    /** Fetches a document or a node (section 8.3). */
    public XcapResult get(XcapUri uri, Requester requester, Preconditions preconditions) {
        return admit(uri, requester, Access.READ, target -> reading.get(target, preconditions));
    }

    /** Creates or replaces a document, an element or an attribute (section 8.2). */
    public XcapResult put(XcapUri uri, Requester requester, Preconditions preconditions, Entity entity) {
        return admit(
                uri,
                requester,
                Access.WRITE,
                target -> target.node()
                        .map(node -> nodeWriting.put(target, node, preconditions, entity))
                        .orElseGet(() -> writing.put(target, preconditions, entity)));
    }

    /** Removes a document, an element or an attribute (section 8.4). */
    public XcapResult delete(XcapUri uri, Requester requester, Preconditions preconditions) {
        return admit(
                uri,
                requester,
                Access.WRITE,
                target -> target.node()
                        .map(node -> nodeWriting.delete(target, node, preconditions))
                        .orElseGet(() -> writing.delete(target, preconditions)));
    }

    /** How many answers were sent before all listeners had felt the change they tell of. */
    public long answersBeforeFelt() {
        return commits.answersBeforeFelt();
    }

    private XcapResult admit(XcapUri uri, Requester requester, Access access, Function<Target, XcapResult> verb) {
        Optional<ApplicationUsage> usage = usages.find(uri.document().auid());
        if (usage.isEmpty()) {
            return new Refused(Refusal.NOT_FOUND, "This server has no application usage of that name.");
        }
        if (!allows(usage.get(), requester, access, uri)) {
            return new Refused(Refusal.NOT_YOURS, "This document is not yours to " + verbOf(access) + ".");
        }
        if (!uri.document().owner().user().map(isUser::test).orElse(true)) {
            return new Refused(Refusal.NOT_FOUND, "This server has no such user.");
        }
        Object account =
                requester instanceof Requester.OwnerOfTheTree ? uri.document().owner() : requester;
        try {
            return uri.node()
                    .map(node -> admit(
                            node,
                            access,
                            selector -> verb.apply(new Target(
                                    usage.get(), uri.rootUri(), uri.document(), Optional.of(selector), account))))
                    .orElseGet(() -> verb.apply(
                            new Target(usage.get(), uri.rootUri(), uri.document(), Optional.empty(), account)));
        } catch (StoreException e) {
            LOG.error("{} cannot be served: {}", uri.document(), String.valueOf(e.getCause()));
            return new Refused(Refusal.STORE_DOWN, "The document store cannot answer now: try again later.");
        }
    }

    /** A grant opens what is stored; what the server computes nobody writes. */
    private boolean allows(ApplicationUsage usage, Requester requester, Access access, XcapUri uri) {
        DocumentSelector document = uri.document();
        return usage.allows(requester, access, document)
                || (grants.stream().anyMatch(grant -> grant.allows(requester, access, document))
                        && (access == Access.READ
                                || usage.computed(uri.rootUri(), document).isEmpty()));
    }

    /** Section 8: a prefix that nobody defined comes before everything that needs the document. */
    private static XcapResult admit(NodePart node, Access access, Function<NodeSelector, XcapResult> verb) {
        return switch (node) {
            case NodePart.NotUnderstood nothing -> new Refused(Refusal.NOT_FOUND, nothing.why());
            case NodePart.TooLong tooLong -> new Refused(Refusal.SELECTOR_TOO_LONG, tooLong.why());
            case NodePart.UndefinedPrefix undefined ->
                new Refused(
                        Refusal.UNDEFINED_PREFIX,
                        "The prefix `" + undefined.prefix() + "` has no xmlns() in the query of the address.");
            case NodePart.Selected selected -> {
                boolean readOnly = selected.selector().terminal() instanceof Terminal.NamespaceBindings;
                yield readOnly && access == Access.WRITE
                        ? new Refused(Refusal.READ_ONLY, "Namespace bindings can only be read.")
                        : verb.apply(selected.selector());
            }
        };
    }

    private static String verbOf(Access access) {
        return switch (access) {
            case READ -> "read";
            case WRITE -> "write";
        };
    }
}
