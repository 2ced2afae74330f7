package presentry.launch.importing;

import java.util.List;
import java.util.Optional;
import presentry.launch.importing.Origin.Place;
import presentry.launch.importing.Outcome.Fate;
import presentry.uri.Aor;
import presentry.xcap.address.Address;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.address.XcapRoot;
import presentry.xcap.address.XcapUriReader;
import presentry.xcap.service.Conflict;
import presentry.xcap.service.Entity;
import presentry.xcap.service.EntityTags;
import presentry.xcap.service.Preconditions;
import presentry.xcap.service.Refusal;
import presentry.xcap.service.XcapResult;
import presentry.xcap.service.XcapService;
import presentry.xcap.usage.ApplicationUsage;
import presentry.xcap.usage.ApplicationUsages;
import presentry.xcap.usage.Requester;

/** Stores documents as if their owners had sent them: by the same addresses, through the same checks. */
public final class Target {

    private static final Requester IMPORT = new Requester.Administrator("import");

    private final XcapService service;
    private final ApplicationUsages usages;
    private final XcapUriReader uris;
    private final XcapRoot root;
    private final List<String> domains;
    private final int maxDocumentBytes;

    /**
     * @param uris reads addresses below {@code root}
     * @param domains whose users may have documents here
     * @param maxDocumentBytes the largest document
     */
    public Target(
            XcapService service,
            ApplicationUsages usages,
            XcapUriReader uris,
            XcapRoot root,
            List<String> domains,
            int maxDocumentBytes) {
        this.service = service;
        this.usages = usages;
        this.uris = uris;
        this.root = root;
        this.domains = List.copyOf(domains);
        this.maxDocumentBytes = maxDocumentBytes;
    }

    /** @param replace whether it goes in the place of another one that is here */
    Outcome put(SourceRow row, Aor owner, Place place, boolean replace) {
        String document = place.auid() + "/" + place.path();
        if (!domains.contains(owner.host())) {
            return refused(owner, document, "the domain " + owner.host() + " is not served here: add it to `domains`");
        }
        if (row.body().length > maxDocumentBytes) {
            return refused(
                    owner, document, row.body().length + " octets are more than limits.max-document-bytes allows");
        }
        Optional<ApplicationUsage> usage = usages.find(place.auid());
        if (usage.isEmpty()) {
            return refused(owner, document, "this server has no application usage of that name");
        }
        var selector = new DocumentSelector(place.auid(), new Owner.User(owner), place.path());
        return uris.read(root.path() + selector.written()) instanceof Address.Located located
                ? outcome(
                        owner,
                        document,
                        service.put(
                                located.uri(),
                                IMPORT,
                                replace ? Preconditions.NONE : onlyIfThereIsNone(),
                                new Entity(usage.get().mediaType(), row.body())))
                : refused(owner, document, "no document can have this name");
    }

    private static Preconditions onlyIfThereIsNone() {
        return new Preconditions(Optional.empty(), Optional.of(new EntityTags.Any()));
    }

    private static Outcome outcome(Aor owner, String document, XcapResult result) {
        return switch (result) {
            case XcapResult.Created created -> new Outcome(owner.toString(), document, Fate.TAKEN, "");
            case XcapResult.Replaced replaced -> new Outcome(owner.toString(), document, Fate.TAKEN, "");
            case XcapResult.Refused(var refusal, var why) ->
                refusal == Refusal.ETAG_MISMATCH
                        ? new Outcome(owner.toString(), document, Fate.KEPT, "there is one here already")
                        : refused(owner, document, why);
            case XcapResult.Conflicted(Conflict conflict) ->
                refused(owner, document, conflict.condition().element() + ": " + conflict.phrase());
            case XcapResult.Found found -> throw new IllegalStateException("a PUT found something");
            case XcapResult.NotModified known -> throw new IllegalStateException("a PUT was not modified");
            case XcapResult.Deleted deleted -> throw new IllegalStateException("a PUT deleted something");
        };
    }

    private static Outcome refused(Aor owner, String document, String why) {
        return new Outcome(owner.toString(), document, Fate.REFUSED, why);
    }
}
