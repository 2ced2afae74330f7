package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;
import static presentry.agent.presentity.Stage.watcher;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EventName;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.WatcherStatus;
import presentry.policy.model.PolicyDefault;

/** SUBSCRIBE at the notifier: RFC 6665, section 4.2.1, with the handlings of RFC 5025, section 3.2.1. */
class SubscribingTest {
    private final Stage stage = Stage.open();

    /** RFC 5025, section 3.2.1: allow. */
    @Test
    void anAllowedWatcherIsActiveAndSeesTheState() {
        stage.publish("at work");

        var bob = stage.subscribe("bob");

        assertThat(stage.answer()).isInstanceOf(Answer.Subscribed.class);
        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.ACTIVE);
        assertThat(stage.shown(bob)).contains("at work");
    }

    /** RFC 5025, section 3.2.1: confirm. RFC 6665, section 4.2.1.2: a NOTIFY comes all the same. */
    @Test
    void aWatcherToBeConfirmedIsPendingAndSeesNothing() {
        stage.publish("at work");
        stage.rules(Rules.rule("confirm", "bob"));

        var bob = stage.subscribe("bob");

        assertThat(stage.answer()).isInstanceOf(Answer.Subscribed.class);
        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.PENDING);
        assertThat(stage.shown(bob)).isEmpty();
    }

    /** RFC 5025, section 3.2.1: polite-block. */
    @Test
    void aPolitelyBlockedWatcherIsActiveAndSeesTheNeutralDocument() {
        stage.publish("at work");
        stage.rules(Rules.rule("polite-block", "bob"));

        var bob = stage.subscribe("bob");

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.ACTIVE);
        assertThat(stage.shown(bob)).contains("nothing of sip:alice@example.com");
    }

    /** RFC 5025, section 3.2.1: block. RFC 6665, section 4.2.1.3. */
    @Test
    void aBlockedWatcherIsRefusedAndNothingIsKeptOrSent() {
        stage.rules(Rules.rule("block", "bob"));

        stage.subscribe("bob");

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.FORBIDDEN));
        assertThat(stage.effects).hasSize(1);
        assertThat(stage.state.isEmpty()).isTrue();
    }

    @Test
    void everybodyMaySeeOneself() {
        stage.policy = Rules.unreadable();

        var self = stage.subscribe("alice");

        assertThat(stage.notification(self).status()).isEqualTo(WatcherStatus.ACTIVE);
    }

    /** Rules that cannot be read let nobody in. */
    @Test
    void whileTheRulesAreUnusableOthersArePending() {
        stage.policy = Rules.unreadable();

        var bob = stage.subscribe("bob");

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.PENDING);
    }

    /** RFC 3857, section 4.6. */
    @Test
    void watcherInformationIsForItsOwnerAlone() {
        stage.subscribe("bob", EventName.PRESENCE_WINFO, Optional.of(HOUR));

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.FORBIDDEN));
    }

    @Test
    void theStateIsWrittenBeforeTheAnswerAndTheAnswerComesBeforeTheNotify() {
        stage.subscribe("bob");

        assertThat(stage.effects)
                .extracting(effect -> effect.getClass().getSimpleName())
                .containsExactly("Persist", "Reply", "Notify", "Tell", "WakeAt");
    }

    /** RFC 6665, section 4.2.1.1. */
    @Test
    void aDurationAboveTheLongestIsShortened() {
        var bob = stage.subscribe("bob", EventName.PRESENCE, Optional.of(Duration.ofDays(9)));

        assertThat(((Answer.Subscribed) stage.answer()).granted()).isEqualTo(Duration.ofHours(2));
        assertThat(stage.notification(bob).left()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void withoutADurationTheStandardOneIsGranted() {
        stage.subscribe("bob", EventName.PRESENCE, Optional.empty());

        assertThat(((Answer.Subscribed) stage.answer()).granted()).isEqualTo(TextPackage.LIFETIMES.standard());
    }

    /** RFC 6665, section 4.2.1.1: 423. */
    @Test
    void aDurationBelowTheShortestIsTooBrief() {
        stage.subscribe("bob", EventName.PRESENCE, Optional.of(Duration.ofSeconds(59)));

        assertThat(stage.answer()).isEqualTo(new Answer.TooBrief(Duration.ofMinutes(1)));
        assertThat(stage.state.isEmpty()).isTrue();
    }

    /** RFC 6665, section 4.4.3. */
    @Test
    void aFetchShowsTheStateOnceAndKeepsNothing() {
        stage.publish("at work");

        var bob = stage.subscribe("bob", EventName.PRESENCE, Optional.of(Duration.ZERO));

        assertThat(((Answer.Subscribed) stage.answer()).granted()).isZero();
        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.TERMINATED);
        assertThat(stage.notification(bob).reason()).isEqualTo(StatusEvent.TIMEOUT);
        assertThat(stage.shown(bob)).contains("at work");
        assertThat(stage.changes()).isEmpty();
        assertThat(stage.state.subscriptions().isEmpty()).isTrue();
    }

    @Test
    void aFetchByAWatcherToBeConfirmedShowsNothing() {
        stage.publish("at work");
        stage.rules(Rules.rule("confirm", "bob"));

        var bob = stage.subscribe("bob", EventName.PRESENCE, Optional.of(Duration.ZERO));

        assertThat(stage.shown(bob)).isEmpty();
    }

    /** RFC 6665, section 4.2.1.2: a refresh is answered by a NOTIFY also when nothing changed. */
    @Test
    void aRefreshIsFollowedByTheState() {
        var bob = stage.seated("bob");
        stage.pass(Duration.ofMinutes(30));

        stage.refresh(bob, HOUR);

        assertThat(((Answer.Subscribed) stage.answer()).granted()).isEqualTo(HOUR);
        assertThat(stage.notification(bob).left()).isEqualTo(HOUR);
    }

    /** RFC 3261, section 12.2.2: a target refresh. */
    @Test
    void aRefreshMovesTheContact() {
        var bob = stage.seated("bob");

        stage.refresh(bob, HOUR);

        assertThat(stage.notification(bob).dialog().remoteTarget()).isEqualTo("sip:newer@127.0.0.1:5071");
    }

    /** RFC 6665, section 4.2.1.4: 423. */
    @Test
    void aRefreshThatIsTooBriefLeavesTheSubscriptionAsItWas() {
        var bob = stage.seated("bob");

        stage.refresh(bob, Duration.ofSeconds(1));

        assertThat(stage.answer()).isEqualTo(new Answer.TooBrief(Duration.ofMinutes(1)));
        assertThat(stage.state
                        .subscriptions()
                        .find(bob.key)
                        .orElseThrow()
                        .stored()
                        .expiresAt())
                .isEqualTo(Stage.NOON.plus(HOUR));
    }

    /** RFC 6665, section 4.2.1.4: Expires 0. */
    @Test
    void anUnsubscriptionEndsWithTheStateAndTimeout() {
        stage.publish("at work");
        var bob = stage.seated("bob");

        stage.unsubscribe(bob);

        assertThat(((Answer.Subscribed) stage.answer()).granted()).isZero();
        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.TERMINATED);
        assertThat(stage.notification(bob).reason()).isEqualTo(StatusEvent.TIMEOUT);
        assertThat(stage.shown(bob)).contains("at work");
        assertThat(stage.changes()).containsExactly(new Change.DropSubscription(Stage.ALICE, bob.key));
        assertThat(stage.state.subscriptions().isEmpty()).isTrue();
    }

    @Test
    void whatHasEndedCannotBeRefreshed() {
        var bob = stage.seated("bob");
        stage.unsubscribe(bob);

        stage.refresh(bob, HOUR);

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.NO_SUCH_SUBSCRIPTION));
    }

    /** RFC 6665, section 4.2.1.4. */
    @Test
    void aRefreshAfterTheEndOfTheTimeComesTooLateAlsoWhenTheTimerIsLate() {
        var bob = stage.seated("bob");
        stage.pass(HOUR);

        stage.refresh(bob, HOUR);

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.NO_SUCH_SUBSCRIPTION));
        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.TERMINATED);
    }

    @Test
    void somebodyElseWhoKnowsTheDialogCannotActInIt() {
        var bob = stage.seated("bob");

        stage.resubscribe(bob, watcher("sip:mallory@example.com"), Duration.ZERO, 2);

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.FORBIDDEN));
        assertThat(stage.notifications()).isEmpty();
    }

    @Test
    void somebodyWithoutIdentityCannotActInADialogThatHasOne() {
        var bob = stage.seated("bob");

        stage.resubscribe(bob, watcher(), Duration.ZERO, 2);

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.FORBIDDEN));
    }

    @Test
    void oneOfSeveralIdentitiesIsEnoughToActInOnesOwnDialog() {
        var bob =
                stage.subscribe(watcher("sip:bob@example.com", "tel:+4930123"), EventName.PRESENCE, Optional.of(HOUR));
        stage.delivered(bob);

        stage.resubscribe(bob, watcher("tel:+4930123"), HOUR, 2);

        assertThat(stage.answer()).isInstanceOf(Answer.Subscribed.class);
    }

    /** RFC 3261, section 12.2.2. */
    @Test
    void aRequestThatIsNotNewerThanTheLastOneIsOutOfOrder() {
        var bob = stage.seated("bob");
        stage.resubscribe(bob, bob.watcher, HOUR, 7);

        stage.resubscribe(bob, bob.watcher, Duration.ZERO, 6);

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.OUT_OF_ORDER));
        assertThat(stage.state.subscriptions().find(bob.key).orElseThrow().live())
                .isTrue();
    }

    @Test
    void oneWatcherCannotHoldMoreThanItsShare() {
        for (int i = 0; i < Stage.LIMITS.maxSubscriptionsPerWatcher(); i++) {
            stage.subscribe("bob");
        }

        stage.subscribe("bob");

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.TOO_MANY));
    }

    @Test
    void manyWatchersCannotShutTheOwnerOut() {
        for (int i = 0; i < Stage.LIMITS.maxSubscriptions(); i++) {
            stage.subscribe("watcher" + i);
        }

        stage.subscribe("bob");
        var refused = stage.answer();
        stage.watchWatchers();

        assertThat(refused).isEqualTo(new Answer.Refused(Answer.Reason.TOO_MANY));
        assertThat(stage.answer()).isInstanceOf(Answer.Subscribed.class);
    }

    /** POLICY of the project: RFC default without a document is pending, with one it blocks. */
    @Test
    void aSilentDocumentBlocksWhereTheDefaultIsThatOfTheRfc() {
        var strict = new Stage(PolicyDefault.RFC);
        strict.rules(Rules.rule("allow", "carol"));

        strict.subscribe("bob");

        assertThat(strict.answer()).isEqualTo(new Answer.Refused(Answer.Reason.FORBIDDEN));
    }
}
