package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;
import static presentry.agent.presentity.Stage.user;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EventName;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.WatcherStatus;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.policy.model.PolicyDefault;

/** A presentity that is read from disk goes on where it was. */
class ResumingTest {
    private final Stage stage = Stage.open();
    private final Map<SubscriptionKey, Subscription> disk = new LinkedHashMap<>();

    /** Each second time other rights, so that each time a NOTIFY is due. */
    private static String allowNarrowlyEvery(int time) {
        return time % 2 == 0 ? Rules.allowNarrowly("bob") : Rules.rule("allow", "bob");
    }

    private void write() {
        for (Change change : stage.changes()) {
            if (change instanceof Change.PutSubscription put) {
                disk.put(put.subscription().key(), put.subscription());
            } else if (change instanceof Change.DropSubscription drop) {
                disk.remove(drop.key());
            }
        }
    }

    private void crash(long fingerprint) {
        stage.state = new PresentityState(Stage.ALICE, new WatchedUsers(), 0);
        disk.values().forEach(stored -> stage.state.load(stored, fingerprint));
    }

    /** RFC 3261, section 12.2.1.1: after a crash nobody knows which numbers were used, so it goes on above all of them. */
    @Test
    void theNumbersGoOnAboveAllThatWereSent() {
        var bob = stage.subscribe("bob");
        write();
        long last = stage.notification(bob).cSeq();
        for (int i = 0; i < 3 * Notifying.BLOCK; i++) {
            stage.delivered(bob);
            stage.refresh(bob, HOUR);
            write();
            last = stage.notification(bob).cSeq();
        }

        crash(0);
        stage.resume();

        assertThat(stage.notification(bob).cSeq()).isGreaterThan(last);
    }

    /** RFC 3858, section 4: the numbers have a gap then, so that changes alone would not do. */
    @Test
    void afterAGracefulRestartTheNextChangeIsToldTogetherWithAllWatchers() {
        var alice = stage.watchWatchers();
        write();
        stage.delivered(alice);
        stage.subscribe("bob");
        write();
        long known = stage.notification(alice).body().orElseThrow().fingerprint();
        crash(known);
        stage.resume();
        List<Notification> atOnce = stage.notifications();

        stage.subscribe("carol");

        assertThat(atOnce).noneMatch(one -> one.key().equals(alice.key));
        assertThat(stage.shown(alice))
                .hasValueSatisfying(shown -> assertThat(shown)
                        .matches("\\d+: sip:bob@example.com ACTIVE SUBSCRIBE,"
                                + " sip:carol@example.com ACTIVE SUBSCRIBE"));
    }

    @Test
    void numbersAreReservedInBlocksSoThatFewNotifiesAreWritten() {
        stage.publish("at work");
        var bob = stage.seated("bob");
        int written = 0;
        for (int i = 0; i < Notifying.BLOCK; i++) {
            stage.rulesChanged(allowNarrowlyEvery(i));
            written += stage.changes().size();
            stage.delivered(bob);
        }

        assertThat(written).isEqualTo(1);
    }

    @Test
    void afterACrashEachWatcherIsToldAgain() {
        stage.subscribe("bob");
        write();

        crash(0);
        stage.resume();

        assertThat(stage.notifications()).hasSize(1);
    }

    @Test
    void afterAStopInGoodOrderNobodyHearsWhatHeKnows() {
        var bob = stage.subscribe("bob");
        write();
        long shown = stage.notification(bob).body().orElseThrow().fingerprint();

        crash(shown);
        stage.resume();

        assertThat(stage.notifications()).isEmpty();
    }

    @Test
    void whatEndedMeanwhileIsToldAtTheStart() {
        var bob = stage.subscribe("bob");
        write();
        stage.pass(HOUR);

        crash(0);
        stage.resume();

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.TERMINATED);
    }

    @Test
    void knownMutualWatchersStayActive() {
        var mutual = new Stage(PolicyDefault.MUTUAL);
        mutual.watching("bob", Stage.NOON.plus(HOUR), 1);
        var bob = mutual.subscribe("bob");
        Subscription stored = ((Change.PutSubscription) mutual.changes().getFirst()).subscription();
        mutual.state = new PresentityState(Stage.ALICE, new WatchedUsers(), 0);
        mutual.state.load(stored, 0);
        mutual.state.watched().found(user("bob"), Stage.NOON.plus(HOUR), Stage.NOON);

        mutual.resume();

        assertThat(mutual.notification(bob).status()).isEqualTo(WatcherStatus.ACTIVE);
    }

    @Test
    void aPackageThatIsOfferedNoMoreEndsItsSubscriptions() {
        var bob = stage.subscribe("bob");
        Subscription stored = ((Change.PutSubscription) stage.changes().getFirst()).subscription();
        SubscriptionKey key = new SubscriptionKey(bob.key.dialog(), new EventName("dialog"), "");
        stage.state = new PresentityState(Stage.ALICE, new WatchedUsers(), 0);
        stage.state.load(
                new Subscription(
                        key,
                        stored.winfoId(),
                        stored.watcher(),
                        stored.dialog(),
                        stored.entity(),
                        "dialog",
                        stored.bodyType(),
                        stored.terms(),
                        stored.since(),
                        stored.expiresAt(),
                        stored.status(),
                        stored.lastEvent(),
                        stored.remoteCSeq(),
                        stored.reservedCSeq(),
                        stored.reservedVersion()),
                0);

        stage.resume();

        assertThat(stage.notifications()).extracting(Notification::status).containsExactly(WatcherStatus.TERMINATED);
        assertThat(stage.state.subscriptions().isEmpty()).isTrue();
    }

    @Test
    void whomNobodyToldWhetherTheyWatchIsToldNow() {
        stage.subscribe("bob");

        stage.tell(new Command.Resume(Set.of(user("bob"), user("carol"))));

        assertThat(stage.tells())
                .extracting(tell -> tell.user() + " " + tell.watching().until())
                .containsExactlyInAnyOrder(
                        "sip:bob@example.com " + Stage.NOON.plus(HOUR), "sip:carol@example.com " + Instant.EPOCH);
    }

    /** RFC 3857, section 4.7.1. */
    @Test
    void whoWaitedWaitsOnWhenTheStateIsReadAgain() {
        var bob = Samples.waiting("w9", "bob", Stage.NOON.plus(HOUR));
        var undecided = new Stage(PolicyDefault.CONFIRM);

        undecided.state = undecided.state.reloaded(List.of(), List.of(bob), List.of(), Set.of());
        undecided.resume();

        assertThat(undecided.state.waiting.all()).containsExactly(bob);
        assertThat(undecided.all(Effect.WakeAt.class))
                .extracting(Effect.WakeAt::at)
                .containsExactly(bob.giveUpAt());
    }

    @Test
    void aNotifyUnderWayIsStillWaitedForWhenTheStateIsReadAgain() {
        var bob = stage.subscribe("bob");
        write();
        stage.state = stage.state.reloaded(List.copyOf(disk.values()), List.of(), List.of(), Set.of());
        stage.resume();
        List<Notification> early = stage.notifications();

        stage.ended(bob, NotifyEnd.DELIVERED);

        assertThat(early).isEmpty();
        assertThat(stage.notifications()).hasSize(1);
    }

    @Test
    void aNotifyThatNeverLeftIsNotWaitedFor() {
        var bob = stage.subscribe("bob");
        write();
        stage.state = stage.state.reloaded(List.copyOf(disk.values()), List.of(), List.of(), Set.of(bob.key));

        stage.resume();

        assertThat(stage.notifications()).hasSize(1);
    }
}
