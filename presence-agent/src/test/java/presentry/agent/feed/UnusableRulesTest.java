package presentry.agent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.agent.presentity.Rules;
import presentry.agent.presentity.Samples;
import presentry.policy.PolicyEngine;
import presentry.policy.PolicyOptions;
import presentry.policy.cache.CompiledPolicies;
import presentry.policy.model.Usage;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Opening;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.address.SelectorLimits;
import presentry.xcap.address.XcapRoot;
import presentry.xcap.address.XcapUriReader;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.store.CommitListener;
import presentry.xcap.store.Edit;
import presentry.xcap.store.Edit.Verdict;
import presentry.xcap.store.Edit.Version;
import presentry.xcap.store.sql.SqlDocumentReader;
import presentry.xcap.store.sql.SqlDocumentStore;
import presentry.xcap.store.sql.XcapTables;

/** Rule documents that cannot be used, from the store to the notice, and away again. */
class UnusableRulesTest {
    private static final Aor ALICE = Samples.user("alice");
    private static final String BROKEN = "<ruleset";

    private final UnusableRules unusable = new UnusableRules();
    private Database database;
    private SqlDocumentStore store;
    private CompiledPolicies policies;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = switch (Database.open(folder, List.of(XcapTables.MIGRATIONS))) {
            case Opening.Opened(Database opened) -> opened;
            case Opening.Refused(String sentence) -> throw new AssertionError(sentence);
        };
        store = new SqlDocumentStore(database, Fence.EMBEDDED, Clock.systemUTC());
        XcapRoot root = new XcapRoot("/xcap-root", "example.com");
        StoredLists lists = new StoredLists(store, new XcapUriReader(List.of(root), SelectorLimits.DEFAULT), root);
        policies = new CompiledPolicies(
                new LocalDocuments(store, lists),
                new PolicyEngine(PolicyOptions.DEFAULT),
                Runnable::run,
                1 << 20,
                unusable);
        CommitListener voiding = change -> {
            policies.changed(change.owner().orElseThrow());
            return unusable.rereading(policies).committed(change);
        };
        store.listen(voiding);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void store(String auid, Aor owner, String text) {
        Version version = new Version(
                "application/auth-policy+xml",
                DocumentBody.of(text),
                new DocumentETag("e" + text.hashCode()),
                Optional.empty(),
                Set.of());
        edit(auid, owner, site -> new Verdict.Write<>(version, "written"));
    }

    private void edit(String auid, Aor owner, Edit<String> edit) {
        store.commit(new DocumentSelector(auid, new Owner.User(owner), "index"), edit)
                .toCompletableFuture()
                .join();
    }

    private void checkAll() {
        new RulesCheck(new SqlDocumentReader(database.readers())::owners, policies, 1000).run();
    }

    @Test
    void thereIsNothingToTellOfRulesThatCanBeUsed() {
        store("pres-rules", ALICE, Rules.text(Rules.rule("allow", "bob")));

        checkAll();

        assertThat(unusable.summary()).isEmpty();
    }

    @Test
    void documentsThatNobodyAskedForAreFoundByTheCheck() {
        store("pres-rules", ALICE, BROKEN);
        store("im-rules", Samples.user("bob"), BROKEN);

        checkAll();

        assertThat(unusable.summary())
                .isEqualTo("2 rule documents cannot be used, so nobody is let in there:"
                        + " pres-rules/index of sip:alice@example.com, im-rules/index of sip:bob@example.com");
    }

    @Test
    void aDocumentIsFoundWhenItIsNeeded() {
        store("pres-rules", ALICE, BROKEN);

        policies.load(ALICE, Usage.PRES_RULES).toCompletableFuture().join();

        assertThat(unusable.summary()).startsWith("1 rule document cannot be used");
    }

    @Test
    void onlyTheFirstAreNamed() {
        List.of("alice", "bob", "carol", "dave").forEach(user -> store("pres-rules", Samples.user(user), BROKEN));

        checkAll();

        assertThat(unusable.summary()).startsWith("4 rule documents").endsWith("carol@example.com and others");
    }

    @Test
    void aDocumentThatWasMendedIsForgotten() {
        store("im-rules", ALICE, BROKEN);
        checkAll();

        store("im-rules", ALICE, Rules.text(Rules.blockMessages("bob")));

        assertThat(unusable.summary()).isEmpty();
    }

    @Test
    void aDocumentThatWasDeletedIsForgotten() {
        store("pres-rules", ALICE, BROKEN);
        checkAll();

        edit("pres-rules", ALICE, site -> new Verdict.Remove<>("removed"));

        assertThat(unusable.summary()).isEmpty();
    }

    @Test
    void moreUsersThanOnePageAreChecked() {
        for (int i = 0; i < 250; i++) {
            store("pres-rules", Samples.user("user" + i), Rules.text());
        }
        store("pres-rules", Samples.user("zoe"), BROKEN);

        checkAll();

        assertThat(unusable.summary()).contains("zoe");
    }
}
