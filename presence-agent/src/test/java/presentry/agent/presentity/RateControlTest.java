package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EventName;
import presentry.agent.model.Rates;
import presentry.agent.model.SuppressIfMatch;
import presentry.agent.model.WatcherStatus;

/** Rate control: RFC 6446. */
class RateControlTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Rates ONE_IN_TEN_SECONDS = max("0.1");

    private final Stage stage = Stage.open();

    /** Section 5.2, and 5.5.2: of what changed too early only the newest state goes out, once. */
    @Test
    void changesThatComeTooFastAreToldTogetherWhenTheTimeHasCome() {
        var bob = seated(ONE_IN_TEN_SECONDS);
        stage.publish("one");
        stage.publish("two");
        var early = stage.notifications();

        stage.passAndWake(TEN_SECONDS);

        assertThat(early).isEmpty();
        assertThat(stage.shown(bob)).contains("one+two");
    }

    @Test
    void whatChangedBackMeanwhileIsNotTold() {
        seated(ONE_IN_TEN_SECONDS);
        var one = stage.publish("one");
        stage.publish(Optional.of(one.value()), Optional.of(Duration.ZERO), Optional.empty());

        stage.passAndWake(TEN_SECONDS);

        assertThat(stage.notifications()).isEmpty();
    }

    @Test
    void aChangeAfterALongSilenceIsToldAtOnce() {
        var bob = seated(ONE_IN_TEN_SECONDS);
        stage.pass(TEN_SECONDS);

        stage.publish("one");

        assertThat(stage.shown(bob)).contains("one");
    }

    @Test
    void aTimerIsWantedForWhatIsHeldBackAndForNothingElse() {
        seated(ONE_IN_TEN_SECONDS);

        stage.publish("one");

        assertThat(stage.all(Effect.WakeAt.class))
                .extracting(Effect.WakeAt::at)
                .containsExactly(Stage.NOON.plus(TEN_SECONDS));
    }

    /** Section 5.2: not even the slowest watcher waits for his approval, or for the end. */
    @Test
    void changesOfTheStatusAreToldAtOnce() {
        var bob = seated(ONE_IN_TEN_SECONDS);
        stage.rulesChanged(Rules.rule("confirm", "bob"));
        var pending = stage.notification(bob).status();
        stage.delivered(bob);
        stage.rulesChanged(Rules.rule("allow", "bob"));
        var active = stage.notification(bob).status();
        stage.delivered(bob);

        stage.rulesChanged(Rules.rule("block", "bob"));

        assertThat(pending).isEqualTo(WatcherStatus.PENDING);
        assertThat(active).isEqualTo(WatcherStatus.ACTIVE);
        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.TERMINATED);
    }

    /** A polite block that hurried more than any change of the state would be none (RFC 5025, section 3.2.1). */
    @Test
    void aPoliteBlockComesAsLateAsAnyOtherChange() {
        stage.publish("one");
        var bob = seated(ONE_IN_TEN_SECONDS);
        stage.rulesChanged(Rules.rule("polite-block", "bob"));
        var early = stage.notifications();

        stage.passAndWake(TEN_SECONDS);

        assertThat(early).isEmpty();
        assertThat(stage.shown(bob)).contains("nothing of sip:alice@example.com");
    }

    /** Section 5.2: a SUBSCRIBE is answered by a NOTIFY however soon it comes. */
    @Test
    void aRefreshIsFollowedByTheStateAtOnce() {
        var bob = seated(ONE_IN_TEN_SECONDS);
        stage.publish("one");

        stage.refresh(bob, rated(ONE_IN_TEN_SECONDS));

        assertThat(stage.shown(bob)).contains("one");
    }

    /** Section 5.1: who names no rate any more has none. */
    @Test
    void aRefreshWithoutARateLetsChangesThroughAgain() {
        var bob = seated(ONE_IN_TEN_SECONDS);
        stage.refresh(bob, HOUR);
        stage.delivered(bob);

        stage.publish("one");

        assertThat(stage.shown(bob)).contains("one");
    }

    /** Section 9.3: what the answer names stands for all that was agreed before. */
    @Test
    void theAnswerToANotifyMayAskForAnotherRate() {
        var bob = seated(Rates.NONE);
        stage.publish("one");
        stage.delivered(bob, ONE_IN_TEN_SECONDS);

        stage.publish("two");

        assertThat(stage.notifications()).isEmpty();
        assertThat(stage.changes()).isNotEmpty();
    }

    /** Section 9.3: an answer without an Event changes nothing. */
    @Test
    void anAnswerThatAsksForNothingKeepsTheRate() {
        var bob = seated(ONE_IN_TEN_SECONDS);
        stage.pass(TEN_SECONDS);
        stage.publish("one");
        stage.delivered(bob);

        stage.publish("two");

        assertThat(stage.notifications()).isEmpty();
    }

    /** Section 4.2. */
    @Test
    void theRatesAgreedToAreSaidInEachNotify() {
        var bob = stage.subscribe("bob", rated(ONE_IN_TEN_SECONDS));

        assertThat(stage.notification(bob).rates()).isEqualTo(ONE_IN_TEN_SECONDS);
    }

    /** Section 5.2: a bound of the server counts also for who asks for nothing. */
    @Test
    void theBoundOfThePackageCountsForEverybody() {
        Stage bounded = Stage.open(new PresentityOptions(
                Patience.keep(3),
                Map.of(EventName.PRESENCE, new BigDecimal("0.1")),
                Set.of(),
                Duration.ZERO,
                Duration.ZERO));
        var bob = bounded.seated("bob");
        bounded.publish("one");
        var early = bounded.notifications();

        bounded.passAndWake(TEN_SECONDS);

        assertThat(early).isEmpty();
        assertThat(bounded.notification(bob).rates()).isEqualTo(ONE_IN_TEN_SECONDS);
    }

    /** Section 6.2. */
    @Test
    void withAMinimumTheStateIsRepeatedThoughNothingChanges() {
        var bob = seated(new Rates(Optional.empty(), Optional.of(new BigDecimal("0.1")), Optional.empty()));

        stage.passAndWake(TEN_SECONDS);

        assertThat(stage.shown(bob)).contains("nothing of sip:alice@example.com");
    }

    @Test
    void aChangePutsTheRepetitionOff() {
        var bob = seated(new Rates(Optional.empty(), Optional.of(new BigDecimal("0.1")), Optional.empty()));
        stage.pass(Duration.ofSeconds(9));
        stage.publish("one");
        stage.delivered(bob);

        stage.passAndWake(Duration.ofSeconds(9));

        assertThat(stage.notifications()).isEmpty();
    }

    /** Section 7.4: the more was told lately, the later the repetition comes. */
    @Test
    void anAdaptiveMinimumWaitsLongerAfterABusyTime() {
        var bob = seated(new Rates(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("0.1"))));
        for (int i = 0; i < 3; i++) {
            stage.publish("state " + i);
            stage.delivered(bob);
        }
        stage.passAndWake(Duration.ofSeconds(12));
        var early = stage.notifications();

        stage.passAndWake(Duration.ofSeconds(1));

        assertThat(early).isEmpty();
        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.ACTIVE);
    }

    /** RFC 5839, section 5.2: who wants to hear of no state wants no repetition of it either. */
    @Test
    void aQuenchedSubscriptionIsNotRepeated() {
        Rates repeating = new Rates(Optional.empty(), Optional.of(new BigDecimal("0.1")), Optional.empty());
        var bob = stage.subscribe(
                "bob", new SubscribeTerms(Optional.of(HOUR), Optional.of(new SuppressIfMatch("*")), repeating));
        stage.delivered(bob);

        stage.passAndWake(TEN_SECONDS);

        assertThat(stage.notifications()).isEmpty();
    }

    /** Section 5.5.1: partial documents are merged. */
    @Test
    void watchersThatChangedTooFastAreToldInOneDocument() {
        var winfo = stage.subscribe(
                Stage.watcher("sip:alice@example.com"), EventName.PRESENCE_WINFO, rated(ONE_IN_TEN_SECONDS));
        stage.delivered(winfo);
        stage.subscribe("bob");
        stage.subscribe("carol");

        stage.passAndWake(TEN_SECONDS);

        assertThat(stage.shown(winfo).orElseThrow())
                .startsWith("1+: ")
                .contains("bob@example.com ACTIVE", "carol@example.com ACTIVE");
    }

    /** What was agreed to is stored with the subscription. */
    @Test
    void aRestartForgetsNoRate() {
        stage.subscribe("bob", rated(ONE_IN_TEN_SECONDS));
        var put = (Change.PutSubscription) stage.changes().getFirst();

        assertThat(put.subscription().terms().rates()).isEqualTo(ONE_IN_TEN_SECONDS);
    }

    private Stage.Seat seated(Rates rates) {
        var bob = stage.subscribe("bob", rated(rates));
        stage.delivered(bob);
        return bob;
    }

    private static SubscribeTerms rated(Rates rates) {
        return new SubscribeTerms(Optional.of(HOUR), Optional.empty(), rates);
    }

    private static Rates max(String rate) {
        return new Rates(Optional.of(new BigDecimal(rate)), Optional.empty(), Optional.empty());
    }
}
