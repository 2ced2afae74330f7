package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EventName;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.WatcherStatus;
import presentry.agent.presentity.Command.NotifyEnd;

/** NOTIFY: RFC 6665, section 4.2.2. */
class NotifyingTest {
    private final Stage stage = Stage.open();

    @Test
    void watchersWithEqualRightsShareOneBody() {
        var bob = stage.seated("bob");
        var carol = stage.seated("carol");

        stage.publish("at work");

        assertThat(stage.notification(bob).body().orElseThrow())
                .isSameAs(stage.notification(carol).body().orElseThrow());
    }

    /** RFC 5025, section 3.2.1: who is blocked politely must not even see that something changes. */
    @Test
    void aPolitelyBlockedWatcherHearsNothingWhileTheStateChanges() {
        stage.rules(Rules.rule("polite-block", "bob"));
        stage.seated("bob");

        stage.publish("at work");

        assertThat(stage.notifications()).isEmpty();
    }

    @Test
    void aPendingWatcherHearsNothingWhileTheStateChanges() {
        stage.rules(Rules.rule("confirm", "bob"));
        stage.seated("bob");

        stage.publish("at work");

        assertThat(stage.notifications()).isEmpty();
    }

    @Test
    void whileOneIsUnderWayNoOtherLeaves() {
        stage.subscribe("bob");

        stage.publish("one");
        stage.publish("two");

        assertThat(stage.notifications()).isEmpty();
    }

    @Test
    void whatChangedMeanwhileIsSentAsTheNewestStateOnce() {
        var bob = stage.subscribe("bob");
        stage.publish("one");
        stage.publish("two");

        stage.delivered(bob);
        var shown = stage.shown(bob);
        stage.delivered(bob);

        assertThat(shown).contains("one+two");
        assertThat(stage.notifications()).isEmpty();
    }

    @Test
    void aStateThatChangedAndChangedBackMeanwhileIsNotSentAgain() {
        stage.publish("one");
        var bob = stage.subscribe("bob");
        var two = stage.publish("two");
        stage.publish(Optional.of(two.value()), Optional.of(Duration.ZERO), Optional.empty());

        stage.delivered(bob);

        assertThat(stage.notifications()).isEmpty();
    }

    /** RFC 6665, section 4.2.1.2: the NOTIFY after a refresh is owed in any case. */
    @Test
    void aRefreshMeanwhileIsFollowedByTheStateAlsoWhenNothingChanged() {
        var bob = stage.subscribe("bob");
        stage.refresh(bob, HOUR);

        stage.delivered(bob);

        assertThat(stage.notification(bob).left()).isEqualTo(HOUR);
    }

    @Test
    void theLastNotifyWaitsForTheOneUnderWay() {
        var bob = stage.subscribe("bob");
        stage.unsubscribe(bob);
        var early = stage.notifications();

        stage.delivered(bob);

        assertThat(early).isEmpty();
        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.TERMINATED);
        assertThat(stage.state.subscriptions().isEmpty()).isTrue();
    }

    /** RFC 3261, section 12.2.1.1. */
    @Test
    void eachNotifyOfADialogHasTheNextCSeq() {
        var bob = stage.subscribe("bob");
        long first = stage.notification(bob).cSeq();
        stage.delivered(bob);

        stage.publish("one");

        assertThat(stage.notification(bob).cSeq()).isEqualTo(first + 1);
    }

    /** RFC 6665, section 4.2.2: 481 and the like. */
    @Test
    void aWatcherWhoKnowsNothingOfItIsForgottenWithoutAWord() {
        var bob = stage.subscribe("bob");

        stage.ended(bob, NotifyEnd.SUBSCRIPTION_GONE);

        assertThat(stage.notifications()).isEmpty();
        assertThat(stage.changes()).containsExactly(new Change.DropSubscription(Stage.ALICE, bob.key));
        assertThat(stage.state.subscriptions().isEmpty()).isTrue();
    }

    @Test
    void aWatcherWhoIsGoneIsNotToldTheEndEither() {
        var bob = stage.subscribe("bob");
        stage.unsubscribe(bob);

        stage.ended(bob, NotifyEnd.SUBSCRIPTION_GONE);

        assertThat(stage.notifications()).isEmpty();
        assertThat(stage.state.subscriptions().isEmpty()).isTrue();
    }

    /** RFC 6665, section 4.2.2, leaves room: the third time in a row ends it. */
    @Test
    void silenceEndsASubscriptionTheThirdTimeInARow() {
        var bob = stage.subscribe("bob");
        for (int i = 1; i < PresentityOptions.DEFAULT.patience().timeouts(); i++) {
            stage.ended(bob, NotifyEnd.TIMED_OUT);
            stage.publish("state " + i);
        }

        stage.ended(bob, NotifyEnd.TIMED_OUT);

        assertThat(stage.state.subscriptions().isEmpty()).isTrue();
    }

    @Test
    void whereNoTimeoutIsPutUpWithTheFirstEndsASubscriptionWithoutAWord() {
        Stage strict = Stage.open(Stage.patient(Patience.DROP));
        var bob = strict.subscribe("bob");

        strict.ended(bob, NotifyEnd.TIMED_OUT);

        assertThat(strict.notifications()).isEmpty();
        assertThat(strict.state.subscriptions().isEmpty()).isTrue();
    }

    /** RFC 6665, section 4.1.3. */
    @Test
    void aWatcherOnProbationIsToldSoAndForgotten() {
        Stage strict = Stage.open(Stage.patient(Patience.PROBATION));
        var bob = strict.subscribe("bob");

        strict.ended(bob, NotifyEnd.TIMED_OUT);

        assertThat(strict.notification(bob).reason()).isEqualTo(StatusEvent.PROBATION);
        assertThat(strict.shown(bob)).isEmpty();
        assertThat(strict.state.subscriptions().isEmpty()).isTrue();
    }

    @Test
    void anAnswerBetweenMakesTheCountBeginAnew() {
        var bob = stage.subscribe("bob");
        for (int i = 0; i < 2 * PresentityOptions.DEFAULT.patience().timeouts(); i++) {
            stage.ended(bob, i % 2 == 0 ? NotifyEnd.TIMED_OUT : NotifyEnd.REFUSED);
            stage.publish(Optional.empty(), Optional.empty(), Optional.of(new Command.PublishedBody("x/y", "")));
            stage.refresh(bob, HOUR);
        }

        assertThat(stage.state.subscriptions().find(bob.key)).isPresent();
    }

    @Test
    void aStateThatDidNotArriveIsSentAgainWithTheNextChangeEvenIfThatChangesNothing() {
        stage.rules(Rules.rule("polite-block", "bob"));
        var bob = stage.subscribe("bob");
        stage.ended(bob, NotifyEnd.REFUSED);

        stage.publish("at work");

        assertThat(stage.shown(bob)).contains("nothing of sip:alice@example.com");
    }

    @Test
    void theEndOfAnotherNotifyThanThatUnderWayIsIgnored() {
        var bob = stage.seated("bob");
        stage.publish("one");

        stage.tell(new Command.NotifyEnded(bob.key, 1, NotifyEnd.SUBSCRIPTION_GONE));

        assertThat(stage.state.subscriptions().find(bob.key)).isPresent();
    }

    /** RFC 3858, section 3: versions begin at 0 and rise by one. */
    @Test
    void numberedDocumentsAreNumberedWithoutGaps() {
        var winfo = stage.watchWatchers();
        String first = stage.shown(winfo).orElseThrow();
        stage.delivered(winfo);
        stage.rulesChanged(Rules.rule("allow", "carol"));

        stage.subscribe("bob");

        assertThat(first).startsWith("0: ");
        assertThat(stage.shown(winfo).orElseThrow()).startsWith("1+: ");
    }

    @Test
    void aNumberedDocumentThatDidNotArriveCostsNoNumberBesidesItsOwn() {
        var winfo = stage.watchWatchers();
        stage.ended(winfo, NotifyEnd.REFUSED);

        stage.resume();

        assertThat(stage.shown(winfo).orElseThrow()).startsWith("1: ");
    }

    @Test
    void theNameOfThePackageIsSpelledAsTheWatcherSpelledIt() {
        var bob = stage.subscribe("bob", EventName.PRESENCE, Optional.of(HOUR));

        assertThat(stage.notification(bob).eventSpelling()).isEqualTo("presence");
    }
}
