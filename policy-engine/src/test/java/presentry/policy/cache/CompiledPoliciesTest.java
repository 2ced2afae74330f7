package presentry.policy.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import presentry.policy.Asked;
import presentry.policy.PolicyEngine;
import presentry.policy.PolicyOptions;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.SubHandling;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.Aor;

/** The rule that no policy is ever served that is behind what was acknowledged. */
class CompiledPoliciesTest {
    private static final Aor ALICE = Aor.parse("sip:alice@example.com").orElseThrow();
    private static final Aor BOB = Aor.parse("sip:bob@example.com").orElseThrow();

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> reads = new ArrayList<>();
    private String handling = "allow";
    private long revision = 1;
    private Runnable whileReading = () -> {};
    private final CompiledPolicies policies = with(1_000_000);

    private CompiledPolicies with(long maxBytes) {
        return new CompiledPolicies(
                this::read, new PolicyEngine(PolicyOptions.DEFAULT), waiting::add, maxBytes, PolicyObserver.NONE);
    }

    private PolicySource.Loaded read(Aor owner, Usage usage) {
        reads.add(owner + " " + usage);
        var text = Asked.ruleset(Asked.rule("a", "", "<pr:sub-handling>" + handling + "</pr:sub-handling>", ""));
        var loaded =
                new PolicySource.Loaded(List.of(new RuleDocument("index", "", text)), ExternalLists.NONE, revision);
        whileReading.run();
        return loaded;
    }

    private void runReaders() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private static SubHandling handling(CompiledPolicy policy) {
        return policy.decide(WatcherIdentity.UNAUTHENTICATED, Asked.NOON, Optional.empty())
                .outcome()
                .handling();
    }

    private static CompiledPolicy done(CompletionStage<CompiledPolicy> stage) {
        return stage.toCompletableFuture().join();
    }

    @Test
    void nothingIsAtHandBeforeItIsLoaded() {
        assertThat(policies.current(ALICE, Usage.PRES_RULES)).isEmpty();
    }

    @Test
    void whatWasLoadedIsAtHand() {
        var loading = policies.load(ALICE, Usage.PRES_RULES);
        runReaders();

        assertThat(policies.current(ALICE, Usage.PRES_RULES)).containsSame(done(loading));
        assertThat(policies.current(ALICE, Usage.IM_RULES)).isEmpty();
        assertThat(policies.current(BOB, Usage.PRES_RULES)).isEmpty();
    }

    @Test
    void whatIsAtHandIsNotReadAgain() {
        policies.load(ALICE, Usage.PRES_RULES);
        runReaders();
        policies.load(ALICE, Usage.PRES_RULES);
        runReaders();

        assertThat(reads).hasSize(1);
    }

    @Test
    void whoAsksWhileItIsBeingLoadedWaitsForTheSameLoad() {
        var one = policies.load(ALICE, Usage.PRES_RULES);
        var other = policies.load(ALICE, Usage.PRES_RULES);
        runReaders();

        assertThat(done(one)).isSameAs(done(other));
        assertThat(reads).hasSize(1);
    }

    @Test
    void afterAChangeWhatWasLoadedBeforeIsNotAtHand() {
        policies.load(ALICE, Usage.PRES_RULES);
        runReaders();
        long before = policies.epoch(ALICE);

        policies.changed(ALICE);

        assertThat(policies.epoch(ALICE)).isGreaterThan(before);
        assertThat(policies.current(ALICE, Usage.PRES_RULES)).isEmpty();
    }

    @Test
    void aLoadThatRacedWithAChangeIsThrownAway() {
        whileReading = () -> {
            whileReading = () -> {};
            handling = "block";
            policies.changed(ALICE);
        };

        var loading = policies.load(ALICE, Usage.PRES_RULES);
        runReaders();

        assertThat(handling(done(loading))).isEqualTo(SubHandling.BLOCK);
        assertThat(reads).hasSize(2);
    }

    @Test
    void whoAsksAfterAChangeDoesNotWaitForTheLoadBeforeIt() {
        var before = policies.load(ALICE, Usage.PRES_RULES);
        policies.changed(ALICE);
        handling = "block";
        var after = policies.load(ALICE, Usage.PRES_RULES);
        runReaders();

        assertThat(before).isNotSameAs(after);
        assertThat(handling(done(after))).isEqualTo(SubHandling.BLOCK);
    }

    @Test
    void whatIsOlderThanWhatWasKnownIsReadAgain() {
        revision = 7;
        policies.load(ALICE, Usage.PRES_RULES);
        runReaders();
        policies.changed(ALICE);
        revision = 6;
        whileReading = () -> revision = 8;

        var loading = policies.load(ALICE, Usage.PRES_RULES);
        runReaders();

        assertThat(done(loading).usable()).isTrue();
        assertThat(reads).hasSize(3);
    }

    @Test
    void rulesThatChangeWithoutEndFailTheLoad() {
        whileReading = () -> policies.changed(ALICE);

        var loading = policies.load(ALICE, Usage.PRES_RULES);
        runReaders();

        assertThat(loading.toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void aSourceThatFailsFailsTheLoadAndIsAskedAgainNextTime() {
        whileReading = () -> {
            throw new IllegalStateException("disk gone");
        };
        var failing = policies.load(ALICE, Usage.PRES_RULES);
        runReaders();
        whileReading = () -> {};
        var working = policies.load(ALICE, Usage.PRES_RULES);
        runReaders();

        assertThat(failing.toCompletableFuture()).isCompletedExceptionally();
        assertThat(handling(done(working))).isEqualTo(SubHandling.ALLOW);
    }

    @Test
    void aLoadThatNoReaderTakesFails() {
        var refusing = new CompiledPolicies(
                this::read,
                new PolicyEngine(PolicyOptions.DEFAULT),
                task -> {
                    throw new RejectedExecutionException("full");
                },
                1_000_000,
                PolicyObserver.NONE);

        assertThat(refusing.load(ALICE, Usage.PRES_RULES).toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void clearingForgetsAlsoWhatIsBeingLoaded() {
        whileReading = () -> {
            whileReading = () -> {};
            policies.clear();
        };

        policies.load(ALICE, Usage.PRES_RULES);
        runReaders();

        assertThat(reads).hasSize(2);
    }

    @Test
    void whatDoesNotFitIsDropped() {
        var tiny = with(0);

        tiny.load(ALICE, Usage.PRES_RULES);
        runReaders();

        assertThat(tiny.current(ALICE, Usage.PRES_RULES)).isEmpty();
    }
}
