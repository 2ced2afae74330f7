package presentry.launch;

import java.time.Duration;
import presentry.agent.feed.ListChanges;
import presentry.agent.feed.LocalDocuments;
import presentry.agent.feed.RuleChanges;
import presentry.agent.feed.RulesCheck;
import presentry.agent.feed.StoredLists;
import presentry.agent.feed.UnusableRules;
import presentry.agent.shard.Shards;
import presentry.policy.PolicyEngine;
import presentry.policy.cache.CompiledPolicies;
import presentry.storage.Fence;
import presentry.xcap.http.ChangeSignal;
import presentry.xcap.store.CachedDocumentStore;
import presentry.xcap.store.ChangeLogKeeper;
import presentry.xcap.store.Lineage;
import presentry.xcap.store.sql.SqlDocumentReader;
import presentry.xcap.store.sql.SqlDocumentStore;
import presentry.xcap.store.sql.SqlLineage;

/**
 * The documents, and the policies made of them.
 *
 * @param store where they are, and who is told of changes
 * @param recent the same with the newest ones in memory
 * @param lineage the starts of the server on its data folder
 * @param changes tells those who read the change log that it has grown
 * @param unusable the rules that cannot be used
 * @param policies compiled, never older than the last commit
 */
record DocumentSide(
        PolicyEngine engine,
        SqlDocumentStore store,
        CachedDocumentStore recent,
        Lineage lineage,
        ChangeSignal changes,
        UnusableRules unusable,
        CompiledPolicies policies) {
    private static final long POLICY_CACHE_BYTES = 256L << 20;
    private static final int DOCUMENT_CACHE_BYTES = 64 << 20;
    private static final Duration END_OF_CHECK = Duration.ofSeconds(1);
    private static final int MOST_USERS_CHECKED = 100_000;

    static DocumentSide on(Foundation base) {
        PartSettings settings = base.settings();
        SqlDocumentStore store = new SqlDocumentStore(
                base.database(), Fence.EMBEDDED, base.time().wall());
        CachedDocumentStore recent = new CachedDocumentStore(store, DOCUMENT_CACHE_BYTES);
        Lineage lineage = SqlLineage.begin(base.database().writer(), base.random())
                .toCompletableFuture()
                .join();
        ChangeSignal changes = new ChangeSignal();
        base.listeners().add(changes);
        ChangeLogKeeper keeper =
                new ChangeLogKeeper(store, settings.changes(), base.time().wall(), base::later);
        base.rest().add(keeper);
        keeper.start();
        PolicyEngine engine = new PolicyEngine(settings.policy());
        UnusableRules unusable = new UnusableRules();
        StoredLists lists = new StoredLists(store, settings.xcapUris(), settings.xcapRoot());
        CompiledPolicies policies = new CompiledPolicies(
                new LocalDocuments(store, lists), engine, base.readers(), POLICY_CACHE_BYTES, unusable);
        return new DocumentSide(engine, store, recent, lineage, changes, unusable, policies);
    }

    /**
     * From now on each change is told, before the request that made it is answered: first to what decides, then to the memory
     * of documents, then to who only reads the log. To be called before the first request.
     */
    void tell(Shards shards, boolean listsCount) {
        store.listen(new RuleChanges(policies, shards));
        store.listen(unusable.rereading(policies));
        if (listsCount) {
            store.listen(new ListChanges(policies, shards));
        }
        store.listen(recent);
        store.listen(changes);
    }

    /** In the background, and not before the server serves: what it finds changes nothing for anybody. */
    void checkRules(Foundation base) {
        RulesCheck check =
                new RulesCheck(new SqlDocumentReader(base.database().readers())::owners, policies, MOST_USERS_CHECKED);
        Thread thread = Thread.ofVirtual().name("rules-check").start(check);
        base.listeners().add(() -> {
            thread.interrupt();
            thread.join(END_OF_CHECK);
        });
    }
}
