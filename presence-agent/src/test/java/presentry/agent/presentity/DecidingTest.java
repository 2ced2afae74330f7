package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.WatcherStatus;

/** What a change of rules, or the end of a rule's validity, does to live subscriptions (RFC 5025, section 3.2.1). */
class DecidingTest {
    private final Stage stage = Stage.open();

    @ParameterizedTest
    @CsvSource({
        "confirm,      allow,        ACTIVE,     at work",
        "confirm,      polite-block, ACTIVE,     nothing of sip:alice@example.com",
        "allow,        polite-block, ACTIVE,     nothing of sip:alice@example.com",
        "polite-block, allow,        ACTIVE,     at work",
        "allow,        confirm,      PENDING,    ''",
        "polite-block, confirm,      PENDING,    ''",
        "allow,        block,        TERMINATED, ''",
        "polite-block, block,        TERMINATED, ''",
        "confirm,      block,        TERMINATED, ''",
    })
    void aChangedRuleIsFeltAtOnce(String before, String after, WatcherStatus status, String shown) {
        stage.publish("at work");
        stage.rules(Rules.rule(before, "bob"));
        var bob = stage.seated("bob");

        stage.rulesChanged(Rules.rule(after, "bob"));

        assertThat(stage.notification(bob).status()).isEqualTo(status);
        assertThat(stage.shown(bob).orElse("")).isEqualTo(shown);
    }

    /** RFC 6665, section 4.2.1.3. */
    @Test
    void whoIsShutOutIsToldThatHeIsRejectedAndIsForgotten() {
        var bob = stage.seated("bob");

        stage.rulesChanged(Rules.rule("block", "bob"));

        assertThat(stage.notification(bob).reason()).isEqualTo(StatusEvent.REJECTED);
        assertThat(stage.changes()).containsExactly(new Change.DropSubscription(Stage.ALICE, bob.key));
        assertThat(stage.state.subscriptions().isEmpty()).isTrue();
    }

    @Test
    void whoeverHasTheSameRightsAsBeforeHearsNothing() {
        stage.publish("at work");
        stage.seated("bob");

        stage.rulesChanged(Rules.rule("block", "carol"), Rules.rule("allow", "bob"));

        assertThat(stage.notifications()).isEmpty();
        assertThat(stage.changes()).isEmpty();
    }

    @Test
    void narrowerRightsShowANarrowerDocument() {
        stage.publish("at work");
        var bob = stage.seated("bob");

        stage.rulesChanged(Rules.allowNarrowly("bob"));

        assertThat(stage.shown(bob)).contains("cut 7");
    }

    @Test
    void whoCannotTellTheDifferenceIsNotDisturbed() {
        stage.seated("bob");

        stage.rulesChanged(Rules.rule("polite-block", "bob"));

        assertThat(stage.notifications()).isEmpty();
    }

    @Test
    void theNewsIsConfirmedWhenAllAreDecided() {
        boolean[] seen = {false};

        stage.tell(new Command.RulesChanged(() -> seen[0] = true));
        stage.all(Effect.Done.class).forEach(done -> done.listener().run());

        assertThat(seen[0]).isTrue();
    }

    @Test
    void aChangeThatNobodyAnnouncedIsFeltByTheNextCommand() {
        stage.publish("at work");
        var bob = stage.seated("bob");
        stage.rules(Rules.rule("block", "bob"));

        stage.publish("on holiday");

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.TERMINATED);
        assertThat(stage.shown(bob)).isEmpty();
    }

    /** RFC 4745, section 7.3: valid until, exclusive. */
    @Test
    void whenARuleIsValidNoMoreItsWatcherIsDecidedAnewByTheTimer() {
        stage.rules(Rules.allowUntil("bob", "2026-03-01T12:10:00Z"), Rules.rule("confirm", "bob"));
        stage.publish("at work");
        var bob = stage.seated("bob");

        stage.passAndWake(Duration.ofMinutes(10).minusMillis(1));
        List<Notification> before = stage.notifications();
        stage.passAndWake(Duration.ofMillis(1));

        assertThat(before).isEmpty();
        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.PENDING);
        assertThat(stage.shown(bob)).isEmpty();
    }

    @Test
    void theWakeUpIsWantedForTheEarlierOfExpiryAndValidity() {
        stage.rules(Rules.allowUntil("bob", "2026-03-01T12:10:00Z"));

        stage.subscribe("bob");

        assertThat(stage.all(Effect.WakeAt.class))
                .extracting(Effect.WakeAt::at)
                .containsExactly(Stage.NOON.plus(Duration.ofMinutes(10)));
    }

    /** RFC 6665, section 4.2.1.4. */
    @Test
    void whatNobodyRefreshedEndsByTheTimerWithTimeout() {
        stage.publish("at work");
        var bob = stage.seated("bob");

        stage.passAndWake(HOUR);

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.TERMINATED);
        assertThat(stage.notification(bob).reason()).isEqualTo(StatusEvent.TIMEOUT);
    }

    @Test
    void anExpiryAtTheSameTimeAsABlockShowsNothing() {
        stage.publish("at work");
        var bob = stage.seated("bob");
        stage.rules(Rules.rule("block", "bob"));

        stage.passAndWake(HOUR);

        assertThat(stage.shown(bob)).isEmpty();
    }

    @Test
    void anEndThatHadToWaitShowsNoMoreThanIsAllowedWhenItLeaves() {
        stage.publish("at work");
        var bob = stage.subscribe("bob");
        stage.unsubscribe(bob);
        stage.rulesChanged(Rules.rule("block", "bob"));

        stage.delivered(bob);

        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.TERMINATED);
        assertThat(stage.shown(bob)).isEmpty();
    }

    @Test
    void aLateTimerChangesNothing() {
        stage.seated("bob");
        long generation = stage.state.wakeGeneration();
        stage.rulesChanged(Rules.allowUntil("bob", "2026-03-01T12:10:00Z"));

        stage.tell(new Command.WakeUp(generation));

        assertThat(stage.effects).isEmpty();
    }
}
