package presentry.agent.feed;

import java.util.ArrayList;
import java.util.List;
import presentry.policy.cache.PolicySource;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;
import presentry.uri.Aor;
import presentry.xcap.store.DocumentReader;
import presentry.xcap.store.Snapshot;
import presentry.xcap.store.StoredDocument;

/**
 * The rule documents of a user in the store of this process. All documents below a user's home in a usage count together
 * (RFC 5025, section 9.7), whatever their names: clients write {@code index}, {@code presrules} and
 * {@code presence-rules.xml}.
 */
public final class LocalDocuments implements PolicySource {
    private final DocumentReader store;
    private final StoredLists lists;

    /** @param lists those of the same store */
    public LocalDocuments(DocumentReader store, StoredLists lists) {
        this.store = store;
        this.lists = lists;
    }

    @Override
    public Loaded load(Aor owner, Usage usage) {
        List<RuleDocument> documents = new ArrayList<>();
        long revision = 0;
        for (String auid : RuleUsages.auidsOf(usage)) {
            Snapshot snapshot = store.readAll(owner, auid);
            snapshot.documents().forEach(document -> documents.add(asRules(auid, document)));
            revision = Math.max(revision, snapshot.revision().seq());
        }
        return new Loaded(documents, lists.of(owner), revision);
    }

    private static RuleDocument asRules(String auid, StoredDocument document) {
        return new RuleDocument(
                auid + "/" + document.selector().path(),
                document.etag().value(),
                document.body().text());
    }
}
