package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EventName;
import presentry.agent.model.WaitingWatcher;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.policy.model.PolicyDefault;

/** Watchers about whom nobody decided in time: RFC 3857, section 4.7.1 and figure 1, the state {@code waiting}. */
class WaitingTest {
    private static final Duration PATIENCE = Samples.WAITING.patience();

    private final Stage stage = new Stage(PolicyDefault.CONFIRM);

    private void fetch(String name) {
        stage.subscribe(name, EventName.PRESENCE, Optional.of(Duration.ZERO));
    }

    private List<String> waiting() {
        return stage.state.waiting.all().stream()
                .map(one -> one.watcher().displayUri())
                .toList();
    }

    /** What alice reads who comes now. */
    private String read() {
        String shown = stage.shown(stage.watchWatchers()).orElseThrow();
        return shown.substring(shown.indexOf(':') + 2);
    }

    @Test
    void whoseSubscriptionExpiredUndecidedWaits() {
        stage.seated("bob");

        stage.passAndWake(HOUR);

        assertThat(read()).isEqualTo("sip:bob@example.com WAITING TIMEOUT");
    }

    @Test
    void whoEndedHisPendingSubscriptionWaits() {
        var bob = stage.seated("bob");

        stage.unsubscribe(bob);

        assertThat(read()).isEqualTo("sip:bob@example.com WAITING TIMEOUT");
    }

    @Test
    void aPendingFetchLeavesAWaitingWatcher() {
        fetch("bob");

        assertThat(read()).isEqualTo("sip:bob@example.com WAITING TIMEOUT");
    }

    @Test
    void aRemovedUserIsWaitedForNoLonger() {
        fetch("bob");

        stage.tell(new Command.AccountRemoved(Stage.ALICE));

        assertThat(waiting()).isEmpty();
    }

    @Test
    void aRemovedWatcherWaitsNoLonger() {
        fetch("bob");
        fetch("carol");

        stage.tell(new Command.AccountRemoved(Stage.user("bob")));

        assertThat(waiting()).containsExactly("sip:carol@example.com");
    }

    /** RFC 3857, section 4.7.2: transient states are not told. */
    @Test
    void anAllowedFetchLeavesNothing() {
        stage.rules(Rules.rule("allow", "bob"));

        fetch("bob");

        assertThat(read()).isEmpty();
    }

    @Test
    void whoWasAllowedDoesNotWait() {
        stage.rules(Rules.rule("allow", "bob"));
        var bob = stage.seated("bob");

        stage.unsubscribe(bob);

        assertThat(waiting()).isEmpty();
    }

    @Test
    void aWaitingWatcherKeepsTheIdThatHeHadWhilePending() {
        stage.seated("bob");

        stage.passAndWake(HOUR);

        assertThat(stage.state.waiting.find("w1")).isPresent();
    }

    @Test
    void anApprovalEndsTheWaitingAndIsTold() {
        fetch("bob");
        var alice = stage.watchWatchers();
        stage.delivered(alice);

        stage.rulesChanged(Rules.rule("allow", "bob"));

        assertThat(stage.shown(alice)).contains("1+: sip:bob@example.com TERMINATED APPROVED");
        assertThat(stage.state.waiting.isEmpty()).isTrue();
    }

    @Test
    void aPoliteBlockIsAnApprovalToo() {
        fetch("bob");
        var alice = stage.watchWatchers();
        stage.delivered(alice);

        stage.rulesChanged(Rules.rule("polite-block", "bob"));

        assertThat(stage.shown(alice)).contains("1+: sip:bob@example.com TERMINATED APPROVED");
    }

    @Test
    void aRejectionEndsTheWaitingAndIsTold() {
        fetch("bob");
        var alice = stage.watchWatchers();
        stage.delivered(alice);

        stage.rulesChanged(Rules.rule("block", "bob"));

        assertThat(stage.shown(alice)).contains("1+: sip:bob@example.com TERMINATED REJECTED");
    }

    @Test
    void aDecisionAboutSomebodyElseEndsNothing() {
        fetch("bob");

        stage.rulesChanged(Rules.rule("allow", "carol"));

        assertThat(waiting()).containsExactly("sip:bob@example.com");
    }

    @Test
    void whenTheTimeIsOverTheWaitingIsGivenUp() {
        fetch("bob");
        stage.pass(PATIENCE.minusSeconds(1));
        var alice = stage.watchWatchers();
        stage.delivered(alice);

        stage.passAndWake(Duration.ofSeconds(1));

        assertThat(stage.shown(alice)).contains("1+: sip:bob@example.com TERMINATED GIVEUP");
        assertThat(stage.state.isEmpty()).isFalse();
    }

    @Test
    void theMachineAsksToBeWokenWhenTheTimeIsOver() {
        fetch("bob");

        assertThat(stage.all(Effect.WakeAt.class))
                .extracting(Effect.WakeAt::at)
                .containsExactly(Stage.NOON.plus(PATIENCE));
    }

    @Test
    void aRuleThatTimeMakesTrueDecides() {
        var mutual = new Stage(PolicyDefault.MUTUAL);
        mutual.subscribe("bob", EventName.PRESENCE, Optional.of(Duration.ZERO));

        mutual.watching("bob", Stage.NOON.plus(HOUR), 1);

        assertThat(mutual.state.waiting.isEmpty()).isTrue();
    }

    @Test
    void theSphereDecides() {
        fetch("bob");
        stage.rulesChanged(Rules.allowInSphere("bob", "busy"));

        stage.publish("busy");

        assertThat(waiting()).isEmpty();
    }

    @Test
    void whoAsksAgainIsPendingAndWaitsNoMore() {
        fetch("bob");
        var alice = stage.watchWatchers();
        stage.delivered(alice);

        stage.subscribe("bob");

        assertThat(stage.shown(alice))
                .hasValueSatisfying(told -> assertThat(told)
                        .contains("sip:bob@example.com TERMINATED GIVEUP")
                        .contains("sip:bob@example.com PENDING SUBSCRIBE"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whoFetchesAgainWaitsOnce() {
        fetch("bob");

        fetch("bob");

        assertThat(waiting()).hasSize(1);
    }

    @Test
    void whoHasAnotherPendingSubscriptionDoesNotWaitBesides() {
        var phone = stage.seated("bob");
        stage.seated("bob");
        var alice = stage.watchWatchers();
        stage.delivered(alice);

        stage.unsubscribe(phone);

        assertThat(stage.shown(alice)).contains("1+: sip:bob@example.com TERMINATED GIVEUP");
    }

    @Test
    void theFetchOfSomebodyPendingIsNoNews() {
        stage.seated("bob");
        var alice = stage.watchWatchers();
        stage.delivered(alice);

        fetch("bob");

        assertThat(stage.notifications()).noneMatch(one -> one.key().equals(alice.key));
    }

    @Test
    void whenThereAreTooManyTheOldestIsGivenUp() {
        List.of("bob", "carol", "dave", "erin").forEach(this::fetch);

        assertThat(waiting()).containsExactly("sip:carol@example.com", "sip:dave@example.com", "sip:erin@example.com");
    }

    @Test
    void whomThePresentityKnowsGoesBeforeTheOldest() {
        fetch("bob");
        fetch("carol");
        fetch("dave");
        stage.state.waiting.delivered(
                stage.state.waiting.find("w2").orElseThrow().asDelivered());

        fetch("erin");

        assertThat(waiting()).containsExactly("sip:bob@example.com", "sip:dave@example.com", "sip:erin@example.com");
    }

    @Test
    void whereNoneAreKeptTheSubscriptionIsGivenUp() {
        var forgetful = new Stage(
                PolicyDefault.CONFIRM,
                new PresentityLimits(6, 3, 3, 1 << 18, Duration.ZERO, new WaitingLimits(0, PATIENCE, false)));
        var bob = forgetful.seated("bob");
        var alice = forgetful.watchWatchers();
        forgetful.delivered(alice);

        forgetful.unsubscribe(bob);

        assertThat(forgetful.shown(alice)).contains("1+: sip:bob@example.com TERMINATED GIVEUP");
    }

    @Test
    void aPackageThatIsOfferedNoMoreEndsTheWaiting() {
        stage.state.load(new WaitingWatcher(
                "w9",
                new EventName("dialog"),
                Samples.watcher("sip:bob@example.com"),
                Stage.NOON,
                Stage.NOON.plus(PATIENCE),
                false));

        stage.resume();

        assertThat(stage.changes()).containsExactly(new Change.DropWaiting(Stage.ALICE, "w9"));
    }

    @Test
    void anAnsweredNotifyMarksTheDelivery() {
        fetch("bob");
        var alice = stage.watchWatchers();

        stage.delivered(alice);

        assertThat(stage.changes())
                .containsExactly(new Change.PutWaiting(
                        Stage.ALICE, stage.state.waiting.all().getFirst()));
        assertThat(stage.state.waiting.all()).allMatch(WaitingWatcher::delivered);
    }

    @Test
    void aNotifyThatDidNotArriveDeliversNobody() {
        fetch("bob");
        var alice = stage.watchWatchers();

        stage.ended(alice, NotifyEnd.TIMED_OUT);

        assertThat(stage.state.waiting.all()).noneMatch(WaitingWatcher::delivered);
    }

    @Test
    void whoCameAfterTheNotifyHadLeftIsNotDeliveredByIt() {
        fetch("bob");
        var alice = stage.watchWatchers();
        fetch("carol");

        stage.delivered(alice);

        assertThat(stage.state.waiting.all())
                .extracting(WaitingWatcher::delivered)
                .containsExactly(true, false);
    }

    @Test
    void aDeliveryIsWrittenOnce() {
        fetch("bob");
        var alice = stage.watchWatchers();
        stage.delivered(alice);

        stage.refresh(alice, HOUR);
        stage.delivered(alice);

        assertThat(stage.changes()).isEmpty();
    }

    @Test
    void whereADeliveredRequestIsForgottenLaterDocumentsLackIt() {
        var brief = new Stage(
                PolicyDefault.CONFIRM,
                new PresentityLimits(6, 3, 3, 1 << 18, Duration.ZERO, new WaitingLimits(3, PATIENCE, true)));
        brief.subscribe("bob", EventName.PRESENCE, Optional.of(Duration.ZERO));
        var alice = brief.watchWatchers();

        brief.delivered(alice);
        List<Change> changes = brief.changes();
        brief.refresh(alice, HOUR);

        assertThat(changes).containsExactly(new Change.DropWaiting(Stage.ALICE, "w1"));
        assertThat(brief.shown(alice)).contains("1: ");
    }
}
