package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.Subscription;
import presentry.agent.model.WatcherStatus;
import presentry.agent.presentity.Command.PublishedBody;
import presentry.policy.model.PolicyDefault;
import presentry.uri.Aor;

/** Users and publications that go: RFC 6665, section 4.1.3, and what is told of who was there. */
class LeavingTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Stage stage = Stage.open();
    private final Stage remembering = Stage.open(Stage.options(Patience.keep(3), Set.of(), DAY, Duration.ZERO));

    @Test
    void whoWatchesARemovedUserIsToldThatHeIsNoMore() {
        var bob = stage.seated("bob");

        stage.tell(new Command.AccountRemoved(Stage.ALICE));

        assertThat(stage.notification(bob).reason()).isEqualTo(StatusEvent.NORESOURCE);
        assertThat(stage.shown(bob)).isEmpty();
    }

    @Test
    void nothingIsLeftOfARemovedUser() {
        stage.publish("one");
        stage.seated("bob");
        stage.watching("carol", stage.now.plus(HOUR), 1);

        stage.tell(new Command.AccountRemoved(Stage.ALICE));

        assertThat(stage.state.isEmpty()).isTrue();
        assertThat(stage.changes()).hasSize(2);
    }

    @Test
    void aRemovedWatcherIsRejected() {
        var bob = stage.seated("bob");
        stage.seated("carol");

        stage.tell(new Command.AccountRemoved(Stage.user("bob")));

        assertThat(stage.notification(bob).reason()).isEqualTo(StatusEvent.REJECTED);
        assertThat(stage.state.subscriptions().size()).isEqualTo(1);
    }

    /** RFC 6665, section 4.1.3: giveup. */
    @Test
    void whoWaitsTooLongForADecisionIsToldSo() {
        Stage impatient = waiting();
        var bob = impatient.subscribe("bob");
        impatient.delivered(bob);

        impatient.passAndWake(Duration.ofMinutes(10));

        assertThat(impatient.notification(bob).reason()).isEqualTo(StatusEvent.GIVEUP);
        assertThat(impatient.notification(bob).status()).isEqualTo(WatcherStatus.TERMINATED);
    }

    @Test
    void whoIsLetInBeforeDoesNotWaitAnyMore() {
        Stage impatient = waiting();
        var bob = impatient.subscribe("bob");
        impatient.delivered(bob);
        impatient.rulesChanged(Rules.rule("allow", "bob"));
        impatient.delivered(bob);

        impatient.passAndWake(Duration.ofMinutes(10));

        assertThat(impatient.notifications()).isEmpty();
    }

    /** RFC 6665, section 4.1.3: deactivated asks to come again at once. */
    @Test
    void aSubscriptionToADocumentThatIsWrittenNoMoreIsDeactivated() {
        Subscription stored = Samples.subscription("1", EventName.PRESENCE, "bob");
        stage.state.load(
                new Subscription(
                        stored.key(),
                        stored.winfoId(),
                        stored.watcher(),
                        stored.dialog(),
                        stored.entity(),
                        stored.eventSpelling(),
                        "text/older",
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

        assertThat(stage.notifications()).extracting(Notification::reason).containsExactly(StatusEvent.DEACTIVATED);
    }

    @Test
    void whenTheLastPublicationHasExpiredWatchersSeeWhenThatWas() {
        remembering.publish("one");
        var bob = remembering.subscribe("bob", EventName.PRESENCE, Optional.of(Duration.ofHours(2)));
        remembering.delivered(bob);

        remembering.passAndWake(HOUR.plusSeconds(5));

        assertThat(remembering.shown(bob)).contains("seen 2026-03-01T13:00:00Z");
    }

    @Test
    void whoPublishesAgainIsSeenNow() {
        var tag = remembering.publish("one");
        remembering.publish(Optional.of(tag.value()), Optional.of(Duration.ZERO), Optional.empty());
        var bob = remembering.seated("bob");

        remembering.publish("two");

        assertThat(remembering.shown(bob)).contains("two");
    }

    @Test
    void afterALongTimeNobodyIsToldAnyMore() {
        var tag = remembering.publish("one");
        remembering.publish(Optional.of(tag.value()), Optional.of(Duration.ZERO), Optional.empty());

        remembering.passAndWake(DAY);

        assertThat(remembering.state.isEmpty()).isTrue();
    }

    /** RFC 3903, section 6, step 3: it is no publication of the user's. */
    @Test
    void whatTheServerSaysCannotBeChangedByATag() {
        var tag = remembering.publish("one");
        remembering.publish(Optional.of(tag.value()), Optional.of(Duration.ZERO), Optional.empty());

        remembering.publish(
                Optional.of(Publication.LAST_SEEN.value()),
                Optional.of(HOUR),
                Optional.of(new PublishedBody(TextPackage.TYPE, "two")));

        assertThat(remembering.answer()).isInstanceOf(Answer.Published.class);
        assertThat(remembering.state.publications.lastSeen(EventName.PRESENCE)).isPresent();
    }

    @Test
    void aPolitelyBlockedWatcherLearnsNothingOfIt() {
        remembering.publish("one");
        remembering.rules(Rules.rule("polite-block", "bob"));
        remembering.seated("bob");

        remembering.passAndWake(HOUR);

        assertThat(remembering.notifications())
                .noneMatch(one ->
                        one.body().isPresent() && Stage.text(one.body().get()).contains("seen"));
    }

    /** RFC 3903, section 14.1. */
    @Test
    void anAgentPublishesForTheUsersOfItsDomain() {
        Stage served = Stage.open(
                Stage.options(Patience.keep(3), Set.of(Stage.user("gateway")), Duration.ZERO, Duration.ZERO));

        served.publish(
                Stage.watcher("sip:gateway@example.com"),
                Optional.empty(),
                Optional.of(HOUR),
                Optional.of(new PublishedBody(TextPackage.TYPE, "on the phone")));

        assertThat(served.state.publications.size()).isEqualTo(1);
    }

    @Test
    void anAgentOfAnotherDomainPublishesForNobodyHere() {
        Aor foreign = Aor.parse("sip:gateway@example.org").orElseThrow();
        Stage served = Stage.open(Stage.options(Patience.keep(3), Set.of(foreign), Duration.ZERO, Duration.ZERO));

        served.publish(
                Stage.watcher("sip:gateway@example.org"),
                Optional.empty(),
                Optional.of(HOUR),
                Optional.of(new PublishedBody(TextPackage.TYPE, "on the phone")));

        assertThat(served.answer()).isEqualTo(new Answer.Refused(Answer.Reason.FORBIDDEN));
    }

    private static Stage waiting() {
        return new Stage(
                PolicyDefault.CONFIRM,
                Stage.LIMITS,
                Stage.options(Patience.keep(3), Set.of(), Duration.ZERO, Duration.ofMinutes(10)));
    }
}
