package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import presentry.agent.model.Rates;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.SuppressIfMatch;
import presentry.agent.model.WatcherStatus;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.policy.model.PolicyDefault;

/** Conditional notification: RFC 5839. */
class ConditionalTest {
    private static final String ANY = "*";

    private final Stage stage = Stage.open();

    /** Section 6.1. */
    @Test
    void everyStateHasATagOfItsOwnThatComesBackWithTheState() {
        stage.publish("one");
        var bob = stage.subscribe("bob");
        String one = tagShown(bob);
        stage.delivered(bob);
        var second = stage.publish("two");
        String two = tagShown(bob);
        stage.delivered(bob);

        stage.publish(Optional.of(second.value()), Optional.of(Duration.ZERO), Optional.empty());

        assertThat(two).isNotEqualTo(one);
        assertThat(tagShown(bob)).isEqualTo(one);
    }

    /** Section 6.2: outside of a dialog a NOTIFY comes in any case. */
    @Test
    void whoComesBackWithTheTagOfTheStateGetsANotifyWithoutBody() {
        stage.publish("one");
        String tag = tagShown(stage.subscribe("bob"));

        var again = stage.subscribe("bob", terms(HOUR, tag));

        assertThat(stage.answer())
                .isInstanceOfSatisfying(
                        Answer.Subscribed.class, it -> assertThat(it.notified()).isTrue());
        assertThat(stage.shown(again)).isEmpty();
        assertThat(tagShown(again)).isEqualTo(tag);
    }

    @Test
    void whoComesBackWithAnOlderTagIsShownTheState() {
        stage.publish("one");
        String tag = tagShown(stage.subscribe("bob"));
        stage.publish("two");

        var again = stage.subscribe("bob", terms(HOUR, tag));

        assertThat(stage.shown(again)).contains("one+two");
    }

    /** Section 5.4. */
    @Test
    void aPollOfAStateThatIsKnownHasNoBody() {
        stage.publish("one");
        String tag = tagShown(stage.subscribe("bob"));

        var poll = stage.subscribe("bob", terms(Duration.ZERO, tag));

        assertThat(stage.notification(poll).status()).isEqualTo(WatcherStatus.TERMINATED);
        assertThat(stage.shown(poll)).isEmpty();
        assertThat(tagShown(poll)).isEqualTo(tag);
    }

    /** Section 6.3. */
    @Test
    void aRefreshWithTheTagOfTheStateIsFollowedByNothing() {
        var bob = stage.subscribe("bob");
        String tag = tagShown(bob);
        stage.delivered(bob);
        stage.pass(Duration.ofMinutes(10));

        stage.refresh(bob, terms(HOUR, tag));

        assertThat(stage.answer())
                .isInstanceOfSatisfying(
                        Answer.Subscribed.class, it -> assertThat(it.notified()).isFalse());
        assertThat(stage.notifications()).isEmpty();
        assertThat(stage.state
                        .subscriptions()
                        .find(bob.key)
                        .orElseThrow()
                        .stored()
                        .expiresAt())
                .isEqualTo(stage.now.plus(HOUR));
    }

    @Test
    void afterThatTheNextChangeIsTold() {
        var bob = stage.subscribe("bob");
        String tag = tagShown(bob);
        stage.delivered(bob);
        stage.refresh(bob, terms(HOUR, tag));

        stage.publish("one");

        assertThat(stage.shown(bob)).contains("one");
    }

    /** Section 5.6: what did not arrive cannot be known by its tag, but the watcher says that he has it. */
    @Test
    void aRefreshAfterALostNotifyIsFollowedByOneWithoutBodySinceTheStatusMayBeNews() {
        var bob = stage.subscribe("bob");
        String tag = tagShown(bob);
        stage.ended(bob, NotifyEnd.REFUSED);

        stage.refresh(bob, terms(HOUR, tag));

        assertThat(stage.shown(bob)).isEmpty();
        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.ACTIVE);
    }

    @Test
    void aRefreshWithAnOlderTagIsFollowedByTheState() {
        var bob = stage.subscribe("bob");
        stage.delivered(bob);

        stage.refresh(bob, terms(HOUR, "older"));

        assertThat(stage.shown(bob)).isPresent();
    }

    /** Section 5.7. */
    @Test
    void anEndWithTheTagOfTheStateIsFollowedByNothing() {
        var bob = stage.subscribe("bob");
        String tag = tagShown(bob);
        stage.delivered(bob);

        stage.refresh(bob, terms(Duration.ZERO, tag));

        assertThat(stage.notifications()).isEmpty();
        assertThat(stage.changes()).containsExactly(new Change.DropSubscription(Stage.ALICE, bob.key));
        assertThat(stage.state.subscriptions().isEmpty()).isTrue();
    }

    /** Section 5.2: the wildcard quenches. */
    @Test
    void aQuenchedSubscriptionHearsOfNoState() {
        var bob = stage.seated("bob");
        stage.refresh(bob, terms(HOUR, ANY));

        stage.publish("one");

        assertThat(stage.notifications()).isEmpty();
    }

    /** Section 5.2: only of itself, and without a body. */
    @Test
    void aQuenchedSubscriptionHearsOfItsOwnStatusWithoutABody() {
        var bob = stage.seated("bob");
        stage.refresh(bob, terms(HOUR, ANY));

        stage.rulesChanged(Rules.rule("confirm", "bob"));

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.PENDING);
        assertThat(stage.shown(bob)).isEmpty();
    }

    @Test
    void theNextRefreshWithoutConditionWakesAQuenchedSubscription() {
        var bob = stage.seated("bob");
        stage.refresh(bob, terms(HOUR, ANY));
        stage.publish("one");

        stage.refresh(bob, HOUR);

        assertThat(stage.shown(bob)).contains("one");
    }

    /** RFC 5025, section 3.2.1: the tag is that of the neutral document, whoever is blocked and whatever is published. */
    @Test
    void aPolitelyBlockedWatcherGetsTheTagOfAnAllowedOneOfAUserWithoutState() {
        String allowed = tagShown(stage.subscribe("bob"));
        stage.publish("one");
        stage.rules(Rules.rule("polite-block", "bob"));

        String blocked = tagShown(stage.subscribe("bob"));

        assertThat(blocked).isEqualTo(allowed);
    }

    @Test
    void aConditionGuessedForTheRealStateTellsAPolitelyBlockedWatcherNothing() {
        stage.publish("one");
        String real = tagShown(stage.subscribe("carol"));
        stage.rules(Rules.rule("polite-block", "bob"));

        var bob = stage.subscribe("bob", terms(HOUR, real));

        assertThat(stage.shown(bob)).contains("nothing of sip:alice@example.com");
    }

    /** A pending watcher sees nothing, and so does the tag. */
    @Test
    void theTagOfAPendingWatcherDoesNotChangeWithTheState() {
        Stage confirming = new Stage(PolicyDefault.CONFIRM);
        String before = tagShown(confirming, confirming.subscribe("bob"));
        confirming.publish("one");

        String after = tagShown(confirming, confirming.subscribe("bob"));

        assertThat(after).isEqualTo(before);
    }

    /** Section 6.4: the tag is that of all watchers, though a document tells of changes alone. */
    @Test
    void watcherInformationWithTheTagOfAllWatchersIsNotSentAgain() {
        var winfo = stage.watchWatchers();
        stage.delivered(winfo);
        stage.subscribe("bob");
        String tag = tagShown(winfo);
        stage.delivered(winfo);

        stage.refresh(winfo, terms(HOUR, tag));

        assertThat(stage.notifications()).isEmpty();
    }

    @Test
    void aRejectedWatcherIsToldOfNoState() {
        var bob = stage.seated("bob");

        stage.rulesChanged(Rules.rule("block", "bob"));

        assertThat(stage.notification(bob).reason()).isEqualTo(StatusEvent.REJECTED);
        assertThat(tagShown(bob)).isEqualTo("nothing");
    }

    private String tagShown(Stage.Seat seat) {
        return tagShown(stage, seat);
    }

    private static String tagShown(Stage stage, Stage.Seat seat) {
        return stage.notification(seat).tag().value();
    }

    private static SubscribeTerms terms(Duration expires, String tag) {
        return new SubscribeTerms(Optional.of(expires), Optional.of(new SuppressIfMatch(tag)), Rates.NONE);
    }
}
