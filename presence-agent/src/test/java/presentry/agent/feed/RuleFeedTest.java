package presentry.agent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.agent.model.DialogId;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.Rules;
import presentry.agent.presentity.Samples;
import presentry.agent.shard.CommandSink;
import presentry.policy.PolicyEngine;
import presentry.policy.PolicyOptions;
import presentry.policy.cache.CompiledPolicies;
import presentry.policy.cache.PolicyObserver;
import presentry.policy.cache.PolicySource;
import presentry.policy.model.Usage;
import presentry.policy.read.Dialect;
import presentry.policy.read.RuleLimits;
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
import presentry.xcap.store.Edit.Verdict;
import presentry.xcap.store.Edit.Version;
import presentry.xcap.store.sql.SqlDocumentStore;
import presentry.xcap.store.sql.XcapTables;

/** From a commit in the store to the mailbox of its owner, and from the store to the rules. */
class RuleFeedTest implements CommandSink {
    private static final Aor ALICE = Samples.user("alice");
    private static final PolicyOptions WITH_LISTS = new PolicyOptions(Dialect.OMA, RuleLimits.DEFAULT);

    private static final String BY_LIST = """
        <rule id="friends"><conditions><external-list xmlns="urn:oma:xml:xdm:common-policy">\
        <entry anc="http://localhost/xcap-root/resource-lists/users/sip:alice@example.com/index/~~/resource-lists"/>\
        </external-list></conditions><actions/><transformations/></rule>\
        """;

    private final List<String> told = new ArrayList<>();
    private Database database;
    private SqlDocumentStore store;
    private LocalDocuments documents;
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
        documents = new LocalDocuments(store, lists);
        policies = new CompiledPolicies(
                documents, new PolicyEngine(WITH_LISTS), Runnable::run, 1 << 20, PolicyObserver.NONE);
        store.listen(new RuleChanges(policies, this));
        store.listen(new ListChanges(policies, this));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public void tell(Aor home, Command command) {
        told.add(home + " " + command.getClass().getSimpleName());
        if (command instanceof Command.RulesChanged changed) {
            changed.seen().run();
        }
    }

    @Override
    public void tellDialog(DialogId dialog, Command.Request request) {
        throw new AssertionError("nobody asks in a dialog here");
    }

    private void commit(String auid, Owner owner, String path, String text) {
        store.commit(
                        new DocumentSelector(auid, owner, path),
                        site -> new Verdict.Write<>(
                                new Version(
                                        "application/auth-policy+xml",
                                        DocumentBody.of(text),
                                        new DocumentETag("e" + text.hashCode()),
                                        Optional.empty(),
                                        Set.of()),
                                "written"))
                .toCompletableFuture()
                .join();
    }

    /** RFC 5025, section 9.7. */
    @Test
    void allDocumentsOfAUserCountWhateverTheirNames() {
        commit("pres-rules", new Owner.User(ALICE), "index", Rules.text(Rules.rule("allow", "bob")));
        commit("pres-rules", new Owner.User(ALICE), "presrules", Rules.text(Rules.rule("allow", "carol")));

        PolicySource.Loaded loaded = documents.load(ALICE, Usage.PRES_RULES);

        assertThat(loaded.documents()).hasSize(2);
        assertThat(loaded.revision()).isEqualTo(2);
    }

    @Test
    void rulesOfMessagesAreNoRulesOfPresence() {
        commit("im-rules", new Owner.User(ALICE), "im-rules.xml", Rules.text(Rules.blockMessages("bob")));

        assertThat(documents.load(ALICE, Usage.PRES_RULES).documents()).isEmpty();
        assertThat(documents.load(ALICE, Usage.IM_RULES).documents()).hasSize(1);
    }

    @Test
    void aCommitIsToldToItsOwnersMailboxAfterTheOldRulesAreVoid() {
        policies.load(ALICE, Usage.PRES_RULES).toCompletableFuture().join();

        commit("pres-rules", new Owner.User(ALICE), "index", Rules.text(Rules.rule("allow", "bob")));

        assertThat(policies.current(ALICE, Usage.PRES_RULES)).isEmpty();
        assertThat(told).containsExactly("sip:alice@example.com RulesChanged");
    }

    @Test
    void rulesOfMessagesVoidTheOldOnesAndDisturbNobody() {
        policies.load(ALICE, Usage.IM_RULES).toCompletableFuture().join();

        commit("im-rules", new Owner.User(ALICE), "index", Rules.text(Rules.blockMessages("bob")));

        assertThat(policies.current(ALICE, Usage.IM_RULES)).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void aListDisturbsNobodyWhoseRulesReferToNone() {
        policies.load(ALICE, Usage.PRES_RULES).toCompletableFuture().join();
        policies.load(ALICE, Usage.IM_RULES).toCompletableFuture().join();

        commit("resource-lists", new Owner.User(ALICE), "index", "<resource-lists/>");

        assertThat(policies.current(ALICE, Usage.PRES_RULES)).isPresent();
        assertThat(told).isEmpty();
    }

    @Test
    void aListVoidsTheRulesThatReferToOneAndIsToldToItsOwnersMailbox() {
        commit("pres-rules", new Owner.User(ALICE), "index", Rules.text(BY_LIST));
        policies.load(ALICE, Usage.PRES_RULES).toCompletableFuture().join();
        told.clear();

        commit("resource-lists", new Owner.User(ALICE), "index", "<resource-lists/>");

        assertThat(policies.current(ALICE, Usage.PRES_RULES)).isEmpty();
        assertThat(told).containsExactly("sip:alice@example.com RulesChanged");
    }
}
