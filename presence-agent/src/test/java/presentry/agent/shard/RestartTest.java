package presentry.agent.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.agent.model.Body;
import presentry.agent.model.WatcherStatus;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.Notification;
import presentry.policy.model.PolicyDefault;

/** A process that ends, in good order or not, and the next one that goes on. */
class RestartTest {
    @TempDir
    private Path folder;

    @Test
    void afterACrashEachWatcherIsToldOnceWithAHigherNumber() {
        Node.Seat bob;
        long before;
        try (Node node = Node.open(folder)) {
            bob = node.seated("bob", "alice");
            before = node.sentTo(bob).getLast().cSeq();
        }

        try (Node node = Node.restarted(folder, PolicyDefault.ALLOW)) {
            assertThat(node.sentTo(bob)).hasSize(1);
            assertThat(node.sentTo(bob).getFirst().cSeq()).isGreaterThan(before);
        }
    }

    @Test
    void afterAStopInGoodOrderNobodyIsDisturbed() {
        try (Node node = Node.open(folder)) {
            node.publish("alice", "at work");
            node.seated("bob", "alice");
            var remembered = node.shards.remember().toCompletableFuture();
            node.settle();
            remembered.join();
        }

        try (Node node = Node.restarted(folder, PolicyDefault.ALLOW)) {
            assertThat(node.sent).isEmpty();
        }
    }

    @Test
    void whatWasRememberedCountsForOneStartOnly() {
        try (Node node = Node.open(folder)) {
            node.seated("bob", "alice");
            var remembered = node.shards.remember().toCompletableFuture();
            node.settle();
            remembered.join();
        }
        Node.restarted(folder, PolicyDefault.ALLOW).close();

        try (Node node = Node.restarted(folder, PolicyDefault.ALLOW)) {
            assertThat(node.sent).hasSize(1);
        }
    }

    @Test
    void anOldDialogGoesOn() {
        Node.Seat bob;
        try (Node node = Node.open(folder)) {
            bob = node.seated("bob", "alice");
        }

        try (Node node = Node.restarted(folder, PolicyDefault.ALLOW)) {
            node.refresh(bob, Node.HOUR);
            node.deliverAll();

            assertThat(bob.answers.getLast()).isInstanceOf(Answer.Subscribed.class);
        }
    }

    /** The mutual rule knows who watches whom before anything is decided. */
    @Test
    void nobodyFlipsToPending() {
        try (Node node = Node.mutual(folder, Duration.ZERO)) {
            node.seated("bob", "alice");
            node.seated("alice", "bob");
        }

        try (Node node = Node.restarted(folder, PolicyDefault.MUTUAL)) {
            node.deliverAll();

            assertThat(node.sent).hasSize(2).extracting(Notification::status).containsOnly(WatcherStatus.ACTIVE);
        }
    }

    @Test
    void anUnsubscriptionAfterTheRestartStillFlipsTheMirroredOne() {
        Node.Seat bobAtAlice;
        Node.Seat aliceAtBob;
        try (Node node = Node.mutual(folder, Duration.ZERO)) {
            bobAtAlice = node.seated("bob", "alice");
            aliceAtBob = node.seated("alice", "bob");
        }

        try (Node node = Node.restarted(folder, PolicyDefault.MUTUAL)) {
            node.deliverAll();
            node.refresh(bobAtAlice, Duration.ZERO);
            node.deliverAll();

            assertThat(node.sentTo(aliceAtBob).getLast().status()).isEqualTo(WatcherStatus.PENDING);
        }
    }

    @Test
    void publicationsAreStillShown() {
        Node.Seat bob;
        Body shown;
        try (Node node = Node.open(folder)) {
            node.publish("alice", "at work");
            bob = node.seated("bob", "alice");
            shown = node.sentTo(bob).getLast().body().orElseThrow();
        }

        try (Node node = Node.restarted(folder, PolicyDefault.ALLOW)) {
            assertThat(node.sentTo(bob).getLast().body().orElseThrow()).isEqualTo(shown);
        }
    }

    @Test
    void whatExpiredMeanwhileEnds() {
        Node.Seat bob;
        try (Node node = Node.open(folder)) {
            bob = node.subscribe("bob", "alice", Duration.ofMinutes(1));
            node.deliverAll();
        }

        try (Node node = Node.restarted(folder, PolicyDefault.ALLOW)) {
            node.deliverAll();
            node.pass(Duration.ofMinutes(1));

            assertThat(node.sentTo(bob).getLast().status()).isEqualTo(WatcherStatus.TERMINATED);
        }
    }

    /** A user who was forgotten because nobody watched him any more still counts his messages on. */
    @Test
    void whatSomebodyTellsAfterHeWasForgottenIsNotOldNews() {
        try (Node node = Node.mutual(folder, Duration.ofHours(9))) {
            Node.Seat aliceAtBob = node.seated("alice", "bob");
            for (int i = 0; i < 3; i++) {
                node.seated("bob", "alice");
                node.pass(Node.HOUR);
                node.refresh(aliceAtBob, Node.HOUR);
                node.deliverAll();
            }
            Node.Seat again = node.seated("bob", "alice");

            node.refresh(again, Duration.ZERO);
            node.deliverAll();
            node.seated("alice", "bob");

            assertThat(node.sent.getLast().status()).isEqualTo(WatcherStatus.PENDING);
        }
    }
}
