package presentry.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static presentry.agent.presentity.Samples.NOON;
import static presentry.agent.presentity.Samples.publication;
import static presentry.agent.presentity.Samples.subscription;
import static presentry.agent.presentity.Samples.user;
import static presentry.agent.presentity.Samples.waiting;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.EventName;
import presentry.agent.model.NotifyTerms;
import presentry.agent.model.Publication;
import presentry.agent.model.Rates;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.Subscription;
import presentry.agent.model.WaitingWatcher;
import presentry.agent.model.Watcher;
import presentry.agent.presentity.Change;
import presentry.agent.presentity.Samples;
import presentry.agent.store.SoftStateStore.Shown;
import presentry.agent.store.SoftStateStore.StoredPresentity;
import presentry.agent.store.SoftStateStore.StoredSubscription;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.Aor;

/** What every store of soft state must do. */
public interface SoftStateStoreContract {
    Aor ALICE = user("alice");
    Aor BOB = user("bob");

    /** The store, empty at first. */
    SoftStateStore store();

    /** Makes the next write of a publication fail. */
    void refusePublications();

    default void write(Change... changes) {
        store().write(List.of(changes)).toCompletableFuture().join();
    }

    default List<StoredPresentity> all() {
        List<StoredPresentity> all = new ArrayList<>();
        store().loadAll(all::add);
        return all;
    }

    default List<Subscription> subscriptionsOf(Aor owner) {
        return store().load(owner).stream()
                .flatMap(stored -> stored.subscriptions().stream())
                .map(StoredSubscription::subscription)
                .toList();
    }

    @Test
    default void aSubscriptionIsReadAsItWasWritten() {
        Subscription written = subscription("1", EventName.PRESENCE, "bob");

        write(new Change.PutSubscription(ALICE, written));

        assertThat(subscriptionsOf(ALICE)).containsExactly(written);
    }

    @Test
    default void routesAndSeveralIdentitiesKeepTheirOrder() {
        Subscription plain = subscription("1", EventName.PRESENCE, "bob");
        DialogAddress routed =
                Samples.address(plain.key().dialog(), List.of("<sip:b@127.0.0.1;lr>", "<sip:a@127.0.0.1;lr>"));
        Subscription written = new Subscription(
                plain.key(),
                plain.winfoId(),
                Samples.watcher("sip:bob@example.com", "tel:+4930123"),
                routed,
                plain.entity(),
                plain.eventSpelling(),
                plain.bodyType(),
                plain.terms(),
                plain.since(),
                plain.expiresAt(),
                plain.status(),
                plain.lastEvent(),
                plain.remoteCSeq(),
                plain.reservedCSeq(),
                plain.reservedVersion());

        write(new Change.PutSubscription(ALICE, written));

        assertThat(subscriptionsOf(ALICE)).containsExactly(written);
    }

    @Test
    default void whichRequestMadeAPublicationIsKept() {
        Publication plain = Samples.publication("t1", "one", Samples.NOON.plusSeconds(60));
        Publication written = new Publication(
                plain.event(),
                plain.tag(),
                plain.contentType(),
                plain.body(),
                "request",
                plain.expiresAt(),
                plain.firstPublished());

        write(new Change.PutPublication(ALICE, written));

        assertThat(store().load(ALICE).orElseThrow().publications()).containsExactly(written);
    }

    @Test
    default void howAWatcherIsToldIsKept() {
        Subscription plain = subscription("1", EventName.PRESENCE, "bob");
        NotifyTerms terms = new NotifyTerms(new Rates(Rates.rate("0.5"), Rates.rate("0.01"), Rates.rate("0.1")), true);
        Subscription written = plain.refreshed(plain.dialog(), terms, plain.expiresAt(), 2);

        write(new Change.PutSubscription(ALICE, written));

        assertThat(subscriptionsOf(ALICE)).containsExactly(written);
    }

    @Test
    default void aWatcherWithoutIdentityStaysOne() {
        Subscription plain = subscription("1", EventName.PRESENCE, "bob");
        Subscription written = new Subscription(
                plain.key(),
                plain.winfoId(),
                new Watcher(WatcherIdentity.UNAUTHENTICATED),
                plain.dialog(),
                plain.entity(),
                plain.eventSpelling(),
                plain.bodyType(),
                plain.terms(),
                plain.since(),
                plain.expiresAt(),
                plain.status(),
                plain.lastEvent(),
                plain.remoteCSeq(),
                plain.reservedCSeq(),
                plain.reservedVersion());

        write(new Change.PutSubscription(ALICE, written));

        assertThat(subscriptionsOf(ALICE)).containsExactly(written);
    }

    @Test
    default void aLaterVersionReplacesTheEarlier() {
        Subscription first = subscription("1", EventName.PRESENCE, "bob");
        Subscription second = first.on(StatusEvent.CONFIRM_AGAIN).reserving(256, 256);

        write(new Change.PutSubscription(ALICE, first));
        write(new Change.PutSubscription(ALICE, second));

        assertThat(subscriptionsOf(ALICE)).containsExactly(second);
    }

    @Test
    default void whatWasDroppedIsGone() {
        Subscription one = subscription("1", EventName.PRESENCE, "bob");
        write(new Change.PutSubscription(ALICE, one));

        write(new Change.DropSubscription(ALICE, one.key()));

        assertThat(store().load(ALICE)).isEmpty();
    }

    @Test
    default void subscriptionsInOneDialogAreKeptApart() {
        write(
                new Change.PutSubscription(ALICE, subscription("1", EventName.PRESENCE, "alice")),
                new Change.PutSubscription(ALICE, subscription("1", EventName.PRESENCE_WINFO, "alice")));

        assertThat(subscriptionsOf(ALICE)).hasSize(2);
    }

    @Test
    default void publicationsComeFirstPublishedFirst() {
        Publication first = publication("z", "one", NOON.plusSeconds(60));
        Publication second = publication("a", "two", NOON.plusSeconds(30));

        write(new Change.PutPublication(ALICE, first), new Change.PutPublication(ALICE, second));

        assertThat(store().load(ALICE).orElseThrow().publications()).containsExactly(first, second);
    }

    @Test
    default void aRefreshMovesAPublicationToItsNewTag() {
        Publication first = publication("a", "one", NOON.plusSeconds(60));
        Publication second = publication("b", "one", NOON.plusSeconds(90));
        write(new Change.PutPublication(ALICE, first));

        write(
                new Change.DropPublication(ALICE, EventName.PRESENCE, first.tag()),
                new Change.PutPublication(ALICE, second));

        assertThat(store().load(ALICE).orElseThrow().publications()).containsExactly(second);
    }

    @Test
    default void ofSeveralChangesAllAreWrittenOrNone() {
        refusePublications();

        assertThatThrownBy(() -> write(
                        new Change.PutSubscription(ALICE, subscription("1", EventName.PRESENCE, "bob")),
                        new Change.PutPublication(ALICE, publication("a", "one", NOON))))
                .isNotNull();

        assertThat(store().load(ALICE)).isEmpty();
    }

    @Test
    default void allPresentitiesAreReadEachWithItsOwn() {
        write(
                new Change.PutSubscription(ALICE, subscription("1", EventName.PRESENCE, "bob")),
                new Change.PutSubscription(BOB, subscription("2", EventName.PRESENCE, "alice")),
                new Change.PutPublication(BOB, publication("a", "one", NOON)));

        assertThat(all())
                .extracting(
                        stored -> stored.owner() + " " + stored.subscriptions().size() + " "
                                + stored.publications().size())
                .containsExactlyInAnyOrder("sip:alice@example.com 1 0", "sip:bob@example.com 1 1");
    }

    @Test
    default void aWaitingWatcherIsReadAsHeWasWritten() {
        WaitingWatcher written = waiting("1", "bob", NOON.plusSeconds(60)).asDelivered();

        write(new Change.PutWaiting(ALICE, written));

        assertThat(store().load(ALICE).orElseThrow().waiting()).containsExactly(written);
        assertThat(all().getFirst().waiting()).containsExactly(written);
    }

    @Test
    default void waitingWatchersComeWhoWaitsLongestFirst() {
        WaitingWatcher later = waiting("1", "bob", NOON.plusSeconds(60));
        WaitingWatcher earlier = waiting("2", "carol", NOON.plusSeconds(30));

        write(new Change.PutWaiting(ALICE, later), new Change.PutWaiting(ALICE, earlier));

        assertThat(store().load(ALICE).orElseThrow().waiting()).containsExactly(earlier, later);
    }

    @Test
    default void aWaitingWatcherWhoWasDroppedIsGone() {
        write(new Change.PutWaiting(ALICE, waiting("1", "bob", NOON)));

        write(new Change.DropWaiting(ALICE, "1"));

        assertThat(store().load(ALICE)).isEmpty();
    }

    @Test
    default void ofTwoUsersEachHasTheirOwnWaitingWatchers() {
        write(
                new Change.PutWaiting(ALICE, waiting("1", "bob", NOON)),
                new Change.PutWaiting(BOB, waiting("1", "alice", NOON)));

        write(new Change.DropWaiting(ALICE, "1"));

        assertThat(all()).extracting(StoredPresentity::owner).containsExactly(BOB);
    }

    @Test
    default void whatWasShownIsKnownToTheNextStartOnly() {
        Subscription one = subscription("1", EventName.PRESENCE, "bob");
        write(new Change.PutSubscription(ALICE, one));
        store().remember(List.of(new Shown(ALICE, one.key(), 42)))
                .toCompletableFuture()
                .join();

        List<StoredPresentity> first = all();
        List<StoredPresentity> second = all();

        assertThat(first.getFirst().subscriptions().getFirst().lastFingerprint())
                .isEqualTo(42);
        assertThat(second.getFirst().subscriptions().getFirst().lastFingerprint())
                .isZero();
    }

    @Test
    default void whatWasShownOfADroppedSubscriptionBringsNothingBack() {
        Subscription one = subscription("1", EventName.PRESENCE, "bob");

        store().remember(List.of(new Shown(ALICE, one.key(), 42)))
                .toCompletableFuture()
                .join();

        assertThat(all()).isEmpty();
    }
}
