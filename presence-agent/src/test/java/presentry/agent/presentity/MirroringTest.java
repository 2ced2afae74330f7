package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;
import static presentry.agent.presentity.Stage.NOON;
import static presentry.agent.presentity.Stage.user;
import static presentry.agent.presentity.Stage.watcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EventName;
import presentry.agent.model.WatcherStatus;
import presentry.policy.model.PolicyDefault;

/** The mutual default: where no rule speaks, who is watched by the presentity may watch it, all others are pending. */
class MirroringTest {
    private static final Instant ONE = NOON.plus(HOUR);

    private final Stage stage = new Stage(PolicyDefault.MUTUAL);

    @Test
    void whoIsNotWatchedByThePresentityIsPending() {
        var bob = stage.subscribe("bob");

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.PENDING);
    }

    @Test
    void whoIsWatchedFirstIsActiveAtOnce() {
        stage.watching("bob", ONE, 1);

        var bob = stage.subscribe("bob");

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.ACTIVE);
    }

    @Test
    void whoIsWatchedLaterBecomesActiveThen() {
        stage.publish("at work");
        var bob = stage.seated("bob");

        stage.watching("bob", ONE, 1);

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.ACTIVE);
        assertThat(stage.shown(bob)).contains("at work");
    }

    @Test
    void theEndOfThePresentitysOwnSubscriptionMakesTheMirroredOnePending() {
        stage.watching("bob", ONE, 1);
        var bob = stage.seated("bob");

        stage.watching("bob", Instant.EPOCH, 2);

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.PENDING);
        assertThat(stage.shown(bob)).isEmpty();
    }

    @Test
    void theExpiryOfThePresentitysOwnSubscriptionDoesSoWithoutAWord() {
        stage.watching("bob", NOON.plus(Duration.ofMinutes(10)), 1);
        var bob = stage.seated("bob");

        stage.passAndWake(Duration.ofMinutes(10));

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.PENDING);
    }

    @Test
    void aRefreshOfThePresentitysOwnSubscriptionChangesNothing() {
        stage.watching("bob", NOON.plus(Duration.ofMinutes(10)), 1);
        stage.seated("bob");
        stage.watching("bob", ONE, 2);

        stage.passAndWake(Duration.ofMinutes(10));

        assertThat(stage.notifications()).isEmpty();
    }

    @Test
    void oldNewsIsIgnored() {
        stage.watching("bob", ONE, 2);

        stage.watching("bob", Instant.EPOCH, 1);
        var bob = stage.subscribe("bob");

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.ACTIVE);
    }

    /** The default never speaks where a rule does. */
    @Test
    void aFriendWhoIsBlockedByARuleStaysBlocked() {
        stage.watching("bob", ONE, 1);
        stage.rules(Rules.rule("block", "bob"));

        stage.subscribe("bob");

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.FORBIDDEN));
    }

    @Test
    void aSubscriptionIsToldToTheWatchersOwnMailbox() {
        stage.subscribe("bob");

        assertThat(stage.tells())
                .containsExactly(new Effect.Tell(user("bob"), new Command.Watching(Stage.ALICE, ONE, 1)));
    }

    @Test
    void aRefreshIsToldAsTheLaterEnd() {
        var bob = stage.seated("bob");
        stage.pass(Duration.ofMinutes(30));

        stage.refresh(bob, HOUR);

        assertThat(stage.tells())
                .extracting(tell -> tell.watching().until())
                .containsExactly(ONE.plus(Duration.ofMinutes(30)));
    }

    @Test
    void anUnsubscriptionIsToldAsOver() {
        var bob = stage.seated("bob");

        stage.unsubscribe(bob);

        assertThat(stage.tells()).extracting(tell -> tell.watching().until()).containsExactly(Instant.EPOCH);
    }

    @Test
    void aRejectionIsToldAsOver() {
        stage.seated("bob");

        stage.rulesChanged(Rules.rule("block", "bob"));

        assertThat(stage.tells()).extracting(tell -> tell.watching().until()).containsExactly(Instant.EPOCH);
    }

    @Test
    void severalDialogsOfOneWatcherAreOred() {
        stage.seated("bob");
        var second = stage.subscribe("bob", EventName.PRESENCE, Optional.of(Duration.ofHours(2)));
        stage.delivered(second);

        stage.unsubscribe(second);

        assertThat(stage.tells()).extracting(tell -> tell.watching().until()).containsExactly(ONE);
    }

    @Test
    void eachIdentityOfAWatcherIsTold() {
        stage.subscribe(
                watcher("sip:bob@example.com", "sip:robert@example.com"), EventName.PRESENCE, Optional.of(HOUR));

        assertThat(stage.tells()).extracting(Effect.Tell::user).containsExactly(user("bob"), user("robert"));
    }

    @Test
    void aFetchNeverCounts() {
        stage.subscribe("bob", EventName.PRESENCE, Optional.of(Duration.ZERO));

        assertThat(stage.tells()).isEmpty();
    }

    @Test
    void onesOwnSubscriptionIsToldNobody() {
        stage.subscribe("alice");

        assertThat(stage.tells()).isEmpty();
    }

    @Test
    void anExpiryCountsALittleLongerWhereThatIsConfigured() {
        var lingering = new Stage(
                PolicyDefault.MUTUAL, new PresentityLimits(6, 3, 3, 1 << 18, Duration.ofMinutes(5), Samples.WAITING));
        lingering.seated("bob");

        lingering.passAndWake(HOUR);

        assertThat(lingering.tells())
                .extracting(tell -> tell.watching().until())
                .containsExactly(ONE.plus(Duration.ofMinutes(5)));
    }

    @Test
    void theNumbersOfWhatIsToldRise() {
        var bob = stage.seated("bob");
        long first = stage.state.tellSequence();

        stage.unsubscribe(bob);

        assertThat(stage.tells().getFirst().watching().sequence()).isGreaterThan(first);
    }
}
