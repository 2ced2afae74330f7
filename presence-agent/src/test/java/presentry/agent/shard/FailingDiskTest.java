package presentry.agent.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.agent.model.WatcherStatus;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.TextPackage;
import presentry.policy.model.PolicyDefault;

/** What is promised is on disk, or it is not promised; and memory never knows more than the disk. */
class FailingDiskTest {
    private static final Answer NOT_STORED = new Answer.Refused(Answer.Reason.NOT_STORED);
    private static final Answer NO_SUCH = new Answer.Refused(Answer.Reason.NO_SUCH_SUBSCRIPTION);

    @TempDir
    private Path folder;

    private Node node;

    @BeforeEach
    void start() {
        node = Node.open(folder);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void aSubscriptionThatCannotBeWrittenIsAnsweredSoAndNotNotified() {
        node.diskRefuses("INSERT", "subscription", "true");

        Node.Seat bob = node.subscribe("bob", "alice");
        node.settle();

        assertThat(bob.answers).containsExactly(NOT_STORED);
        assertThat(node.sent).isEmpty();
    }

    @Test
    void aSubscriptionThatWasNotWrittenIsNotThere() {
        node.diskRefuses("INSERT", "subscription", "true");
        Node.Seat bob = node.subscribe("bob", "alice");
        node.settle();
        node.diskWorks();

        node.refresh(bob, Node.HOUR);
        node.settle();

        assertThat(bob.answers).containsExactly(NOT_STORED, NO_SUCH);
    }

    @Test
    void anEndThatWasNotWrittenDidNotHappen() {
        Node.Seat bob = node.seated("bob", "alice");
        node.diskRefuses("DELETE", "subscription", "true");
        node.refresh(bob, Duration.ZERO);
        node.settle();
        node.diskWorks();

        node.refresh(bob, Node.HOUR);
        node.deliverAll();

        assertThat(bob.answers.get(1)).isEqualTo(NOT_STORED);
        assertThat(bob.answers.get(2)).isInstanceOf(Answer.Subscribed.class);
        assertThat(node.sentTo(bob)).extracting(sent -> sent.status()).containsOnly(WatcherStatus.ACTIVE);
    }

    /** What follows from a reading from disk cannot be written either: it is tried again after a pause, not at once. */
    @Test
    void anExpiryThatCannotBeWrittenIsTriedAgainAfterAPause() {
        Node.Seat bob = node.seated("bob", "alice");
        node.diskRefuses("DELETE", "subscription", "true");
        node.pass(Node.HOUR.plusSeconds(1));
        node.pass(Node.HOUR);
        node.diskWorks();
        assertThat(node.sentTo(bob)).extracting(sent -> sent.status()).containsOnly(WatcherStatus.ACTIVE);

        node.pass(Node.HOUR);

        assertThat(node.sentTo(bob).getLast().status()).isEqualTo(WatcherStatus.TERMINATED);
    }

    @Test
    void aPublicationThatWasNotWrittenIsSeenByNobody() {
        Node.Seat bob = node.seated("bob", "alice");
        node.diskRefuses("INSERT", "publication", "true");

        List<Answer> answers = node.publish("alice", "at work");
        node.deliverAll();

        assertThat(answers).containsExactly(NOT_STORED);
        assertThat(node.sentTo(bob))
                .allMatch(sent -> sent.body().orElseThrow().contentType().equals(TextPackage.TYPE))
                .extracting(sent -> sent.body().orElseThrow())
                .allMatch(node.sentTo(bob).getFirst().body().orElseThrow()::equals);
    }

    /** The second write does not fail, but what it wrote rests on memory that was wrong: memory takes what the disk has. */
    @Test
    void aWriteThatSucceedsAfterOneThatFailedIsKnownInTheEnd() {
        node.seated("carol", "alice");
        node.diskRefuses("INSERT", "subscription", "NEW.call_id = 'call-bob'");
        Runnable letGo = node.holdDisk();
        Node.Seat bob = node.subscribe("bob", "alice");
        Node.Seat dan = node.subscribe("dan", "alice");
        node.runTurns();
        letGo.run();
        node.settle();

        node.refresh(dan, Node.HOUR);
        node.deliverAll();

        assertThat(bob.answers).containsExactly(NOT_STORED);
        assertThat(dan.answers.getFirst()).isEqualTo(NOT_STORED);
        assertThat(dan.answers.getLast()).isInstanceOf(Answer.Subscribed.class);
    }

    @Test
    void whatOthersWereNotToldIsToldThemWhenTheStateIsReadAgain() {
        node.close();
        node = Node.mutual(folder, Duration.ZERO);
        Node.Seat aliceAtBob = node.seated("alice", "bob");
        node.seated("carol", "alice");
        node.diskRefuses("INSERT", "subscription", "NEW.call_id = 'call-dan'");
        Runnable letGo = node.holdDisk();
        node.subscribe("dan", "alice");
        node.subscribe("bob", "alice");
        node.runTurns();
        letGo.run();

        node.deliverAll();

        assertThat(node.sentTo(aliceAtBob).getLast().status()).isEqualTo(WatcherStatus.ACTIVE);
    }

    @Test
    void aCommandThatFailsIsAnsweredAndTheStateIsThatOfTheDisk() {
        Node.Seat bob = node.seated("bob", "alice");

        List<Answer> answers = node.publish("alice", TextPackage.DEFECT);
        node.settle();
        node.refresh(bob, Node.HOUR);
        node.deliverAll();

        assertThat(answers).containsExactly(NOT_STORED);
        assertThat(bob.answers.getLast()).isInstanceOf(Answer.Subscribed.class);
    }

    @Test
    void anErrorDeepInACommandIsNoDifferent() {
        node.seated("bob", "alice");

        List<Answer> answers = node.publish("alice", TextPackage.ERROR);
        node.settle();
        List<Answer> next = node.publish("alice", "at work");
        node.deliverAll();

        assertThat(answers).containsExactly(NOT_STORED);
        assertThat(next).hasSize(1).allMatch(Answer.Published.class::isInstance);
    }

    @Test
    void afterARestartTheSameIsThere() {
        node.diskRefuses("INSERT", "subscription", "NEW.call_id = 'call-bob'");
        node.subscribe("bob", "alice");
        Node.Seat carol = node.subscribe("carol", "alice");
        node.deliverAll();
        node.diskWorks();
        node.close();

        node = Node.restarted(folder, PolicyDefault.ALLOW);
        node.refresh(carol, Node.HOUR);
        node.deliverAll();

        assertThat(node.sent).extracting(sent -> sent.key()).containsOnly(carol.key);
    }
}
