package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EventName;
import presentry.agent.model.Subscription;

/** Several subscriptions in one dialog: RFC 6665, section 4.5.2. */
class SharedDialogTest {
    private final Stage stage = Stage.open();

    @Test
    void anotherIdBeginsAnotherSubscription() {
        var first = stage.seated("bob");

        var second = stage.join(first, EventName.PRESENCE, "2");

        assertThat(stage.answer()).isInstanceOf(Answer.Subscribed.class);
        assertThat(stage.shown(second)).isPresent();
        assertThat(stage.state.subscriptions().size()).isEqualTo(2);
    }

    @Test
    void anotherPackageBeginsAnotherSubscription() {
        var own = stage.seated("alice");

        var winfo = stage.join(own, EventName.PRESENCE_WINFO, "");

        assertThat(stage.shown(winfo).orElseThrow()).contains("alice@example.com ACTIVE");
    }

    /** RFC 3857, section 4.6: a dialog opens no package. */
    @Test
    void whoMayNotWatchIsRefusedInADialogToo() {
        var bob = stage.seated("bob");

        stage.join(bob, EventName.PRESENCE_WINFO, "");

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.FORBIDDEN));
    }

    @Test
    void somebodyElseJoinsNoDialog() {
        var bob = stage.seated("bob");

        stage.resubscribe(stage.seat(bob, "2"), Stage.watcher("sip:carol@example.com"), HOUR, 9);

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.FORBIDDEN));
    }

    /** RFC 3261, section 12.2.1.1: one row of numbers for all. */
    @Test
    void theNotifiesOfAllHaveOneRowOfNumbers() {
        var first = stage.subscribe("bob");
        long before = stage.notification(first).cSeq();

        var second = stage.join(first, EventName.PRESENCE, "2");

        assertThat(stage.notification(second).cSeq()).isEqualTo(before + 1);
    }

    /** RFC 3261, section 12.2.2. */
    @Test
    void theRequestsOfAllHaveOneRowOfNumbers() {
        var first = stage.seated("bob");
        stage.join(first, EventName.PRESENCE, "2");

        stage.resubscribe(first, first.watcher, HOUR, 2);

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.OUT_OF_ORDER));
    }

    /** RFC 3261, section 12.2.2. */
    @Test
    void aNewContactCountsForAllOfThem() {
        var first = stage.seated("bob");
        stage.delivered(stage.join(first, EventName.PRESENCE, "2"));

        stage.publish("one");

        assertThat(stage.notifications())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.dialog().remoteTarget()).isEqualTo("sip:newer@127.0.0.1:5071"));
    }

    /** What one of them has sent must not be sent again after a crash, though its row is gone. */
    @Test
    void theNumbersOfOneThatHasEndedAreNotUsedAgainAfterACrash() {
        var first = stage.seated("bob");
        var second = stage.join(first, EventName.PRESENCE, "2");
        stage.delivered(second);
        for (int i = 0; i < Notifying.BLOCK; i++) {
            stage.refresh(first, HOUR);
            stage.delivered(first);
        }
        stage.unsubscribe(first);
        long highest = stage.notification(first).cSeq();
        Subscription left = stored(second);

        stage.state = new PresentityState(Stage.ALICE, new WatchedUsers(), 0);
        stage.state.load(left, 0);
        stage.resume();

        assertThat(stage.notification(second).cSeq()).isGreaterThan(highest);
    }

    @Test
    void theDialogEndsWithTheLast() {
        var first = stage.seated("bob");
        var second = stage.join(first, EventName.PRESENCE, "2");
        stage.delivered(second);
        stage.refresh(first, Duration.ZERO);
        boolean lives = stage.state.subscriptions().hasDialog(first.key.dialog());

        stage.resubscribe(second, second.watcher, Duration.ZERO, 99);

        assertThat(lives).isTrue();
        assertThat(stage.state.subscriptions().hasDialog(first.key.dialog())).isFalse();
    }

    /** An end that was sent twice is no fetch. */
    @Test
    void endingWhatIsNotThereFindsNothing() {
        var first = stage.seated("bob");

        stage.resubscribe(stage.seat(first, "2"), first.watcher, Duration.ZERO, 9);

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.NO_SUCH_SUBSCRIPTION));
    }

    @Test
    void oneThatCannotBeWrittenForTheWatcherIsNotBegun() {
        var first = stage.seated("bob");

        stage.tell(new Command.Resubscribe(
                answer -> {},
                stage.seat(first, "2").key,
                first.watcher,
                new Command.Further("w", "presence", Optional.empty()),
                "sip:bob@127.0.0.1",
                Samples.REACHED,
                SubscribeTerms.lasting(Optional.of(HOUR)),
                9));

        assertThat(stage.answer()).isEqualTo(new Answer.NothingAcceptable(List.of(TextPackage.TYPE)));
    }

    private Subscription stored(Stage.Seat seat) {
        return stage.state.subscriptions().find(seat.key).orElseThrow().stored();
    }
}
