package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import presentry.agent.model.WatcherStatus;

/** What a wall clock that somebody sets does to a presentity (RFC 4745, section 7.3): rules feel it, lifetimes do not. */
class WallClockTest {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String UNTIL_TWO = "2026-03-01T14:00:00Z";

    private final Stage stage = Stage.open();

    private void wallClockIsSet(Duration ahead) {
        stage.wallAhead = stage.wallAhead.plus(ahead);
        stage.tell(new Command.WallClockSet());
    }

    @Test
    void aStepForwardEndsNoSubscription() {
        var bob = stage.seated("bob");

        wallClockIsSet(YEAR);

        assertThat(stage.notifications()).isEmpty();
        assertThat(stage.state.subscriptions().find(bob.key)).isPresent();
    }

    @Test
    void aStepBackDelaysNoEnd() {
        var bob = stage.seated("bob");

        wallClockIsSet(YEAR.negated());
        stage.passAndWake(HOUR);

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.TERMINATED);
    }

    @Test
    void aPublicationLivesAsLongAsItWasPromised() {
        stage.publish("at work");
        wallClockIsSet(YEAR);
        var bob = stage.subscribe("bob");

        assertThat(stage.shown(bob)).contains("at work");
    }

    @Test
    void aRuleIsOverAtOnceWhenTheClockIsSetPastItsEnd() {
        stage.rules(Rules.allowUntil("bob", UNTIL_TWO), Rules.rule("confirm", "bob"));
        var bob = stage.seated("bob");

        wallClockIsSet(HOUR.multipliedBy(2));

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.PENDING);
    }

    @Test
    void aRuleThatWasOverHoldsAgainWhenTheClockIsSetBack() {
        stage.wallAhead = HOUR.multipliedBy(2);
        stage.rules(Rules.allowUntil("bob", UNTIL_TWO), Rules.rule("confirm", "bob"));
        var bob = stage.seated("bob");

        wallClockIsSet(HOUR.negated());

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.ACTIVE);
    }

    @Test
    void theEndOfARuleComesWhenTheWallClockShowsIt() {
        stage.wallAhead = HOUR.plusMinutes(30);
        stage.rules(Rules.allowUntil("bob", UNTIL_TWO), Rules.rule("confirm", "bob"));
        var bob = stage.seated("bob");

        assertThat(stage.state.subscriptions().nextDeadline()).isEqualTo(Stage.NOON.plus(Duration.ofMinutes(30)));
        stage.passAndWake(Duration.ofMinutes(30));

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.PENDING);
    }

    @Test
    void aStepThatNobodyAnnouncedIsFeltByTheNextCommand() {
        stage.rules(Rules.allowUntil("bob", UNTIL_TWO), Rules.rule("confirm", "bob"));
        var bob = stage.seated("bob");
        stage.wallAhead = YEAR;

        stage.subscribe("carol");

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.PENDING);
    }
}
