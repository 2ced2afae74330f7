package presentry.xcap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.store.CommitResult.Committed;
import presentry.xcap.store.CommitResult.Left;
import presentry.xcap.store.Edit.Verdict;
import presentry.xcap.store.Edit.Version;

/** What every store must do. An implementation's test only plugs in. */
public interface DocumentStoreContract {

    Aor ALICE = Aor.parse("sip:alice@example.com").orElseThrow();
    Aor BOB = Aor.parse("sip:bob@example.com").orElseThrow();
    Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    DocumentStore store();

    ChangeFeed feed();

    void listen(CommitListener listener);

    @Test
    default void anAbsentDocumentIsNotRead() {
        assertThat(store().read(rules(ALICE, "index"))).isEmpty();
    }

    @Test
    default void aCommittedDocumentIsReadWithItsTagAndType() {
        write(rules(ALICE, "index"), "<a/>", "t1");

        Optional<StoredDocument> read = store().read(rules(ALICE, "index"));

        assertThat(read).hasValueSatisfying(document -> {
            assertThat(document.body().text()).isEqualTo("<a/>");
            assertThat(document.etag()).isEqualTo(new DocumentETag("t1"));
            assertThat(document.mediaType()).isEqualTo("application/test+xml");
        });
    }

    @Test
    default void whatWasReadBeforeIsNotReadAgainAfterItWasReplacedOrRemoved() {
        write(rules(ALICE, "index"), "<a/>", "t1");
        store().read(rules(ALICE, "index"));

        write(rules(ALICE, "index"), "<b/>", "t2");
        assertThat(store().read(rules(ALICE, "index")).map(StoredDocument::etag))
                .contains(new DocumentETag("t2"));

        remove(rules(ALICE, "index"));
        assertThat(store().read(rules(ALICE, "index"))).isEmpty();
    }

    @Test
    default void oneUserInEachSpellingHasOneDocument() {
        write(rules(Aor.parse("sips:alice@EXAMPLE.com:5061").orElseThrow(), "index"), "<a/>", "t1");

        assertThat(store().read(rules(ALICE, "index"))).isPresent();
    }

    @Test
    default void aListenerThatFailsKeepsNoOtherFromHearingOfACommitNorTheWriterFromItsAnswer() {
        ConcurrentLinkedQueue<Change> heard = new ConcurrentLinkedQueue<>();
        listen(change -> {
            throw new StackOverflowError("on purpose");
        });
        listen(change -> {
            heard.add(change);
            return CompletableFuture.completedFuture(null);
        });

        Change change = write(rules(ALICE, "index"), "<a/>", "t1").change();

        assertThat(heard).containsExactly(change);
    }

    @Test
    default void aCommittedDocumentAppearsInTheChangeLogExactlyOnce() {
        Change change = write(rules(ALICE, "index"), "<a/>", "t1").change();

        int shard = ALICE.shard().number();
        assertThat(feed().read(new Revision(shard, 0), 10)).containsExactly(change);
        assertThat(feed().head(shard)).isEqualTo(new Revision(shard, 1)).isEqualTo(change.revision());
    }

    @Test
    default void theLogTellsCreationReplacementAndRemovalApart() {
        write(rules(ALICE, "index"), "<a/>", "t1");
        write(rules(ALICE, "index"), "<b/>", "t2");
        remove(rules(ALICE, "index"));

        List<Change> changes = feed().read(new Revision(ALICE.shard().number(), 0), 10);

        assertThat(changes).extracting(change -> change.revision().seq()).containsExactly(1L, 2L, 3L);
        assertThat(changes)
                .extracting(change -> tag(change.oldTag()) + " to " + tag(change.newTag()))
                .containsExactly("none to t1", "t1 to t2", "t2 to none");
    }

    @Test
    default void theLogIsReadOnFromAnyPlace() {
        IntStream.range(0, 5).forEach(i -> write(rules(ALICE, "index"), "<a/>", "t" + i));

        List<Change> changes = feed().read(new Revision(ALICE.shard().number(), 2), 2);

        assertThat(changes).extracting(change -> change.revision().seq()).containsExactly(3L, 4L);
    }

    @Test
    default void anEditOfANodeIsLoggedWithItsSelector() {
        var node = new NodeEdit("a/b%5b1%5d", "<remove sel='*'/>");
        join(store().commit(
                        rules(ALICE, "index"),
                        site -> new Verdict.Write<>(
                                new Version(
                                        "application/test+xml",
                                        DocumentBody.of("<a/>"),
                                        new DocumentETag("t1"),
                                        Optional.of(node),
                                        Set.of()),
                                "written")));

        List<Change> changes = feed().read(new Revision(ALICE.shard().number(), 0), 10);

        assertThat(changes).extracting(Change::node).containsExactly(Optional.of(node));
    }

    @Test
    default void anEditThatLeavesEverythingAsItIsLeavesNoTrace() {
        write(rules(ALICE, "index"), "<a/>", "t1");

        CommitResult<String> result =
                join(store().commit(rules(ALICE, "index"), site -> new Verdict.Leave<>("not today")));

        assertThat(result).isEqualTo(new Left<>("not today"));
        assertThat(feed().head(ALICE.shard().number()).seq()).isEqualTo(1);
    }

    @Test
    default void ofTwoRacingEditsThatExpectTheSameVersionExactlyOneWrites() {
        write(rules(ALICE, "index"), "<a/>", "t0");
        Edit<String> first = expecting("t0", "t1");
        Edit<String> second = expecting("t0", "t2");

        CompletableFuture<CommitResult<String>> one =
                store().commit(rules(ALICE, "index"), first).toCompletableFuture();
        CompletableFuture<CommitResult<String>> two =
                store().commit(rules(ALICE, "index"), second).toCompletableFuture();

        assertThat(List.of(one.join(), two.join()))
                .extracting(result -> result instanceof Committed<String>)
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    default void allDocumentsOfAUserInOneUsageAreReadWithTheirRevision() {
        write(rules(ALICE, "index"), "<a/>", "t1");
        write(rules(ALICE, "presrules"), "<b/>", "t2");
        write(rules(BOB, "index"), "<c/>", "t3");
        write(new DocumentSelector("im-rules", new Owner.User(ALICE), "index"), "<d/>", "t4");

        Snapshot snapshot = store().readAll(ALICE, "pres-rules");

        assertThat(snapshot.documents())
                .extracting(document -> document.selector().path())
                .containsExactly("index", "presrules");
        assertThat(snapshot.revision()).isEqualTo(new Revision(ALICE.shard().number(), 3));
    }

    @Test
    default void anEditSeesWhatIsInItsWay() {
        write(rules(ALICE, "lists/friends"), "<a/>", "t1");

        assertThat(obstacle(rules(ALICE, "lists"))).contains("lists/friends");
        assertThat(obstacle(rules(ALICE, "lists/friends/close"))).contains("lists/friends");
        assertThat(obstacle(rules(ALICE, "lists/colleagues"))).isEmpty();
        assertThat(obstacle(rules(ALICE, "list_"))).isEmpty();
        assertThat(obstacle(rules(BOB, "lists"))).isEmpty();
    }

    @Test
    default void anEditSeesHowManyDocumentsTheOwnerHas() {
        write(rules(ALICE, "index"), "<a/>", "t1");
        write(new DocumentSelector("im-rules", new Owner.User(ALICE), "index"), "<d/>", "t2");
        write(rules(BOB, "index"), "<c/>", "t3");

        CommitResult<Integer> result = join(store().commit(
                        rules(ALICE, "other"), site -> new Verdict.Leave<>(site.documentsOf(new Owner.User(ALICE)))));

        assertThat(result).isEqualTo(new Left<>(2));
    }

    @Test
    default void allChangesAreReadInTheOrderOfTheirCommits() {
        write(rules(ALICE, "index"), "<a/>", "t1");
        write(rules(BOB, "index"), "<b/>", "t2");
        write(rules(ALICE, "index"), "<a/>", "t3");

        List<ChangeFeed.Positioned> all = feed().readAll(0, 10);

        assertThat(all)
                .extracting(positioned -> tag(positioned.change().newTag()))
                .containsExactly("t1", "t2", "t3");
        assertThat(feed().readAll(all.get(1).position(), 10)).containsExactly(all.getLast());
        assertThat(feed().last()).isEqualTo(all.getLast().position());
        assertThat(feed().forgotten()).isZero();
    }

    @Test
    default void whatIsForgottenIsToldAndItsPositionsAreNeverGivenAgain() {
        write(rules(ALICE, "index"), "<a/>", "t1");
        long last = feed().last();

        join(feed().forget(LATER, 10, 10));
        assertThat(feed().forgotten()).isEqualTo(last);

        write(rules(ALICE, "index"), "<a/>", "t2");
        assertThat(feed().readAll(last, 10)).hasSize(1);
        assertThat(feed().forgotten()).isEqualTo(last);
    }

    @Test
    default void noMoreThanSoManyChangesAreForgottenAtOnce() {
        write(rules(ALICE, "index"), "<a/>", "t1");
        write(rules(BOB, "index"), "<a/>", "t2");
        write(rules(ALICE, "index"), "<a/>", "t3");

        assertThat(join(feed().forget(LATER, 10, 2))).isEqualTo(2);
        assertThat(tags(feed().readAll(0, 10))).containsExactly("t3");
        assertThat(join(feed().forget(LATER, 10, 2))).isEqualTo(1);
        assertThat(join(feed().forget(LATER, 10, 2))).isZero();
    }

    @Test
    default void changesThatAreNeitherTooOldNorTooManyAreKept() {
        write(rules(ALICE, "index"), "<a/>", "t1");
        write(rules(BOB, "index"), "<a/>", "t2");
        write(rules(ALICE, "index"), "<a/>", "t3");

        join(feed().forget(Instant.EPOCH, 3, 10));
        assertThat(feed().readAll(0, 10)).hasSize(3);

        join(feed().forget(Instant.EPOCH, 1, 10));
        assertThat(tags(feed().readAll(0, 10))).containsExactly("t3");
    }

    private static List<String> tags(List<ChangeFeed.Positioned> changes) {
        return changes.stream()
                .map(positioned -> tag(positioned.change().newTag()))
                .toList();
    }

    @Test
    default void aClaimHasOneHolderUntilItIsGivenUp() {
        join(store().commit(rules(ALICE, "index"), site -> version("<a/>", "t1", Set.of("x", "y"))));
        assertThat(holder(rules(BOB, "index"), "x")).contains(rules(ALICE, "index"));
        assertThat(holder(rules(ALICE, "index"), "x")).isEmpty();

        join(store().commit(rules(ALICE, "index"), site -> version("<a/>", "t2", Set.of("y"))));
        assertThat(holder(rules(BOB, "index"), "x")).isEmpty();

        remove(rules(ALICE, "index"));
        assertThat(holder(rules(BOB, "index"), "y")).isEmpty();
    }

    @Test
    default void theDocumentsThatClaimSomethingAreReadTogether() {
        join(store().commit(rules(ALICE, "index"), site -> version("<a/>", "t1", Set.of("x"))));
        join(store().commit(rules(ALICE, "other"), site -> version("<a/>", "t2", Set.of("y"))));
        write(rules(BOB, "index"), "<b/>", "t3");

        assertThat(store().readClaiming("pres-rules", "index"))
                .extracting(StoredDocument::selector)
                .containsExactly(rules(ALICE, "index"));
    }

    @Test
    default void whatAnOwnerHasIsListedWithoutTheBodies() {
        write(rules(ALICE, "index"), "<a/>", "t1");
        write(rules(BOB, "index"), "<b/>", "t2");

        assertThat(store().list(new Owner.User(ALICE))).satisfiesExactly(summary -> {
            assertThat(summary.selector()).isEqualTo(rules(ALICE, "index"));
            assertThat(summary.octets()).isEqualTo(4);
        });
    }

    @Test
    default void aListenerIsToldBeforeTheCommitIsAnswered() {
        var told = new ConcurrentLinkedQueue<Change>();
        listen(change -> {
            told.add(change);
            return CompletableFuture.completedFuture(change);
        });

        Committed<String> committed = write(rules(ALICE, "index"), "<a/>", "t1");

        assertThat(told).containsExactly(committed.change());
        assertThat(committed.felt().toCompletableFuture()).isDone();
    }

    @Test
    default void aChangeIsFeltOnlyWhenEachListenerHasFeltIt() {
        var slow = new CompletableFuture<Boolean>();
        listen(change -> CompletableFuture.completedFuture(change));
        listen(change -> slow);

        Committed<String> committed = write(rules(ALICE, "index"), "<a/>", "t1");

        assertThat(committed.felt().toCompletableFuture()).isNotDone();
        slow.complete(true);
        assertThat(committed.felt().toCompletableFuture()).isDone();
    }

    @Test
    default void aGlobalDocumentBelongsToNobody() {
        var global = new DocumentSelector("pres-rules", new Owner.Global(), "index");

        Change change = write(global, "<a/>", "t1").change();

        assertThat(change.owner()).isEmpty();
        assertThat(store().read(global)).isPresent();
    }

    /** A document among the presence rules of somebody. */
    static DocumentSelector rules(Aor owner, String path) {
        return new DocumentSelector("pres-rules", new Owner.User(owner), path);
    }

    private Committed<String> write(DocumentSelector document, String text, String tag) {
        return (Committed<String>) join(store().commit(document, site -> version(text, tag, Set.of())));
    }

    private void remove(DocumentSelector document) {
        join(store().commit(document, site -> new Verdict.Remove<>("removed")));
    }

    private Optional<DocumentSelector> holder(DocumentSelector document, String claim) {
        CommitResult<Optional<DocumentSelector>> result =
                join(store().commit(document, site -> new Verdict.Leave<>(site.holder(claim))));
        return result.answer();
    }

    private Optional<String> obstacle(DocumentSelector document) {
        CommitResult<Optional<String>> result =
                join(store().commit(document, site -> new Verdict.Leave<>(site.obstacle())));
        return result.answer();
    }

    private static Edit<String> expecting(String oldTag, String newTag) {
        return site -> site.current()
                        .filter(document -> document.etag().value().equals(oldTag))
                        .isPresent()
                ? version("<new/>", newTag, Set.of())
                : new Verdict.Leave<>("somebody was faster");
    }

    private static Verdict<String> version(String text, String tag, Set<String> claims) {
        return new Verdict.Write<>(
                new Version(
                        "application/test+xml", DocumentBody.of(text), new DocumentETag(tag), Optional.empty(), claims),
                "written");
    }

    private static String tag(Optional<DocumentETag> tag) {
        return tag.map(DocumentETag::value).orElse("none");
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
