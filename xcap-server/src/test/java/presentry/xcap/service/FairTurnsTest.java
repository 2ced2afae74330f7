package presentry.xcap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose heavy work runs, and whose waits. */
class FairTurnsTest {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final FairTurns turns = new FairTurns(1, 3);
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final CountDownLatch hold = new CountDownLatch(1);

    /** Takes the only place, until the latch opens. */
    private CompletableFuture<Optional<Boolean>> holdThePlace() {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Optional<Boolean>> held = CompletableFuture.supplyAsync(
                () -> turns.run("holder", () -> {
                    begun.countDown();
                    return awaited(hold);
                }),
                THREADS);
        assertThat(awaited(begun)).isTrue();
        return held;
    }

    /** Starts a piece of work; returns when it stands in its line or was turned away. */
    private CompletableFuture<Optional<Boolean>> ask(String account, String name) {
        CompletableFuture<Optional<Boolean>> answer = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> answer.complete(turns.run(account, () -> order.add(name))));
        while (thread.getState() != Thread.State.WAITING && !answer.isDone()) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void whoFindsAFreePlaceIsServedAtOnce() {
        assertThat(turns.run("alice", () -> "done")).contains("done");
        assertThat(turns.run("alice", () -> "again")).contains("again");
    }

    @Test
    void theLinesAreServedInTurnHoweverLongOneIs() {
        CompletableFuture<Optional<Boolean>> held = holdThePlace();
        List<CompletableFuture<Optional<Boolean>>> asked = List.of(
                ask("mallory", "m1"), ask("mallory", "m2"), ask("mallory", "m3"), ask("alice", "a1"), ask("bob", "b1"));

        hold.countDown();
        asked.forEach(CompletableFuture::join);
        held.join();

        assertThat(order).containsExactly("m1", "a1", "b1", "m2", "m3");
    }

    @Test
    void whoseLineIsFullIsTurnedAwayAndOthersAreNot() {
        CompletableFuture<Optional<Boolean>> held = holdThePlace();
        List<CompletableFuture<Optional<Boolean>>> waiting =
                List.of(ask("mallory", "m1"), ask("mallory", "m2"), ask("mallory", "m3"));

        assertThat(ask("mallory", "m4").join()).isEmpty();
        CompletableFuture<Optional<Boolean>> alice = ask("alice", "a1");

        hold.countDown();
        waiting.forEach(CompletableFuture::join);
        held.join();
        assertThat(alice.join()).contains(true);
    }

    @Test
    void aPlaceIsGivenBackWhenTheWorkFails() {
        CompletableFuture<Optional<String>> failed = CompletableFuture.supplyAsync(
                () -> turns.run("alice", () -> {
                    throw new IllegalStateException("on purpose");
                }),
                THREADS);

        assertThat(failed.handle((answer, failure) -> failure != null).join()).isTrue();
        assertThat(turns.run("bob", () -> "done")).contains("done");
    }

    @Test
    void whoIsInterruptedWhileHeWaitsLosesNoPlaceForOthers() throws InterruptedException {
        CompletableFuture<Optional<Boolean>> held = holdThePlace();
        CompletableFuture<Optional<String>> given = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().start(() -> given.complete(turns.run("alice", () -> "never")));
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        waiting.interrupt();
        waiting.join();
        hold.countDown();
        held.join();

        assertThat(given.join()).isEmpty();
        assertThat(turns.run("bob", () -> "done")).contains("done");
    }

    @Test
    void neverMoreThanItsPlacesRunAtATime() {
        FairTurns three = new FairTurns(3, 1000);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        List<CompletableFuture<Optional<Integer>>> all = IntStream.range(0, 500)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> three.run("account" + i % 7, () -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            Thread.onSpinWait();
                            return running.decrementAndGet();
                        }),
                        THREADS))
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one.join()).isPresent());
        assertThat(most.get()).isBetween(1, 3);
    }
}
