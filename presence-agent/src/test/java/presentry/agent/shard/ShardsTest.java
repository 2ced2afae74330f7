package presentry.agent.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.agent.model.DialogId;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.WatcherStatus;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.Notification;
import presentry.agent.presentity.Rules;
import presentry.agent.presentity.Samples;
import presentry.uri.Aor;

/** Mailboxes: commands wait for rules, what leaves waits for the disk. */
class ShardsTest {
    private static final Answer TRY_AGAIN = new Answer.Refused(Answer.Reason.TRY_AGAIN);
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

    private void message(String to, List<Answer> answers) {
        node.shards.tell(Samples.user(to), new Command.Message(answers::add, Samples.watcher("sip:bob@example.com")));
    }

    @Test
    void aSubscriptionIsAnsweredAndNotified() {
        Node.Seat bob = node.subscribe("bob", "alice");

        node.settle();

        assertThat(bob.answers).hasSize(1).allMatch(Answer.Subscribed.class::isInstance);
        assertThat(node.sentTo(bob)).hasSize(1);
    }

    @Test
    void nothingLeavesBeforeItIsOnDisk() {
        node.seated("carol", "alice");
        Runnable letGo = node.holdDisk();
        Node.Seat bob = node.subscribe("bob", "alice");
        node.runTurns();
        List<Answer> early = List.copyOf(bob.answers);
        List<Notification> sentEarly = node.sentTo(bob);

        letGo.run();
        node.settle();

        assertThat(early).isEmpty();
        assertThat(sentEarly).isEmpty();
        assertThat(bob.answers).hasSize(1);
        assertThat(node.sentTo(bob)).hasSize(1);
    }

    @Test
    void aStepThatWritesNothingWaitsForWhatWasWrittenBefore() {
        node.seated("carol", "alice");
        Runnable letGo = node.holdDisk();
        Node.Seat bob = node.subscribe("bob", "alice");
        node.refresh(bob, Duration.ofSeconds(1));
        node.runTurns();
        List<Answer> early = List.copyOf(bob.answers);

        letGo.run();
        node.settle();

        assertThat(early).isEmpty();
        assertThat(bob.answers).last().isInstanceOf(Answer.TooBrief.class);
    }

    @Test
    void aRequestBeyondTheCapacityIsRefusedAtOnce() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < Node.CAPACITY; i++) {
            message("alice", new ArrayList<>());
        }

        message("alice", answers);

        assertThat(answers).containsExactly(TRY_AGAIN);
    }

    @Test
    void requestsThatWaitForTheDiskTakeRoomToo() {
        node.seated("carol", "alice");
        Runnable letGo = node.holdDisk();
        for (int i = 0; i < Node.CAPACITY; i++) {
            node.publish("alice", "state " + i);
            node.runTurns();
        }

        List<Answer> answers = node.publish("alice", "one more");
        letGo.run();
        node.settle();

        assertThat(answers).containsExactly(TRY_AGAIN);
    }

    @Test
    void commandsFromInsidePassAFullMailbox() {
        node.seated("bob", "alice");
        boolean[] seen = {false};
        for (int i = 0; i < Node.CAPACITY; i++) {
            message("alice", new ArrayList<>());
        }

        node.shards.tell(Samples.user("alice"), new Command.RulesChanged(() -> seen[0] = true));
        node.settle();

        assertThat(seen[0]).isTrue();
    }

    @Test
    void answeredRequestsMakeRoom() {
        for (int i = 0; i < 3 * Node.CAPACITY; i++) {
            List<Answer> answers = new ArrayList<>();
            message("alice", answers);
            node.settle();
            assertThat(answers).containsExactly(new Answer.MayPass());
        }
    }

    @Test
    void commandsWaitForTheRulesInTheirOrder() {
        List<String> order = new ArrayList<>();
        Node.Seat bob = node.subscribe("bob", "alice");
        node.shards.tell(
                Samples.user("alice"),
                new Command.Message(answer -> order.add("message"), Samples.watcher("sip:bob@example.com")));
        node.shards.tell(Samples.user("alice"), new Command.RulesChanged(() -> order.add("rules")));
        node.runTurns();
        boolean early = bob.answers.isEmpty();

        node.settle();

        assertThat(early).isTrue();
        assertThat(bob.answers).hasSize(1);
        assertThat(order).containsExactly("message", "rules");
    }

    @Test
    void whatChangedWhileTheRulesWereReadIsNotMissed() {
        Node.Seat bob = node.subscribe("bob", "alice");
        node.runTurns();
        node.readings.remove().run();
        node.rules("alice", Rules.rule("block", "bob"));

        node.settle();

        assertThat(bob.answers).containsExactly(new Answer.Refused(Answer.Reason.FORBIDDEN));
    }

    @Test
    void aChangeOfRulesIsFeltByLiveSubscriptions() {
        Node.Seat bob = node.seated("bob", "alice");
        node.rules("alice", Rules.rule("block", "bob"));

        node.shards.tell(Samples.user("alice"), new Command.RulesChanged(() -> {}));
        node.deliverAll();

        assertThat(node.sentTo(bob).getLast().status()).isEqualTo(WatcherStatus.TERMINATED);
    }

    @Test
    void whileTheRulesCannotBeReadRequestsAreRefusedForNow() {
        node.rulesReadable(false);
        Node.Seat bob = node.subscribe("bob", "alice");

        node.settle();

        assertThat(bob.answers).containsExactly(TRY_AGAIN);
    }

    @Test
    void whatInsidersSaidMeanwhileIsTakenLater() {
        Node.Seat bob = node.seated("bob", "alice");
        node.rulesReadable(false);
        node.rules("alice", Rules.rule("block", "bob"));
        node.shards.tell(Samples.user("alice"), new Command.RulesChanged(() -> {}));
        node.settle();
        node.rulesReadable(true);

        node.pass(Node.RETRY);
        node.deliverAll();

        assertThat(node.sentTo(bob).getLast().status()).isEqualTo(WatcherStatus.TERMINATED);
    }

    @Test
    void whatNobodyRefreshedEndsByItsTimer() {
        Node.Seat bob = node.seated("bob", "alice");

        node.pass(Node.HOUR);

        assertThat(node.sentTo(bob).getLast().status()).isEqualTo(WatcherStatus.TERMINATED);
    }

    @Test
    void comingAndGoingLeavesNoTimersBehind() {
        for (int i = 0; i < 50; i++) {
            Node.Seat bob = node.seated("bob", "alice");
            node.refresh(bob, Duration.ZERO);
            node.deliverAll();
        }

        assertThat(node.timers()).isEqualTo(1);
    }

    @Test
    void aRequestInADialogFindsItsPresentityByTheTag() {
        Node.Seat bob = node.seated("bob", "alice");

        node.refresh(bob, Node.HOUR);
        node.settle();

        assertThat(bob.answers).hasSize(2).allMatch(Answer.Subscribed.class::isInstance);
    }

    @Test
    void aDialogThatEndedIsUnknown() {
        Node.Seat bob = node.seated("bob", "alice");
        node.refresh(bob, Duration.ZERO);
        node.deliverAll();

        node.refresh(bob, Node.HOUR);
        node.settle();

        assertThat(bob.answers.getLast()).isEqualTo(NO_SUCH);
    }

    /** RFC 6665, section 4.1.3: noresource for who watched him; and he watches nobody any more, over all shards. */
    @Test
    void aRemovedUserIsWatchedByNobodyAndWatchesNobody() {
        Node.Seat bob = node.seated("bob", "alice");
        Node.Seat alice = node.seated("alice", "carol");

        node.shards.removed(Samples.user("alice"));
        node.settle();

        assertThat(node.sentTo(bob).getLast().reason()).isEqualTo(StatusEvent.NORESOURCE);
        assertThat(node.sentTo(alice).getLast().reason()).isEqualTo(StatusEvent.REJECTED);
    }

    @Test
    void aDialogWhoseTagIsNotOursIsUnknown() {
        Node.Seat bob = node.seated("bob", "alice");
        List<Answer> answers = new ArrayList<>();

        node.shards.tellDialog(
                new DialogId("call", "a-tag-of-somebody", "remote"), new Command.Message(answers::add, bob.watcher));

        assertThat(answers).containsExactly(NO_SUCH);
    }

    @Test
    void whatIsToldToUsersElsewhereIsDropped() {
        node.shards.tell(
                Aor.parse("sip:bob@elsewhere.example").orElseThrow(),
                new Command.Watching(Samples.user("alice"), Samples.NOON.plus(Node.HOUR), 1));

        assertThat(node.inFlight.isIdle()).isTrue();
    }

    @Test
    void aNotifyThatCannotBeHandedOverIsOneThatWasNotAnswered() {
        node.outboxWorks(false);
        Node.Seat bob = node.subscribe("bob", "alice");
        node.settle();
        node.outboxWorks(true);

        node.refresh(bob, Node.HOUR);
        node.settle();

        assertThat(node.sentTo(bob)).hasSize(1);
    }

    @Test
    void whoThrowsWhenAnsweredHarmsNobodyElse() {
        node.shards.tell(
                Samples.user("alice"),
                new Command.Message(
                        answer -> {
                            throw new IllegalStateException("cannot answer");
                        },
                        Samples.watcher("sip:bob@example.com")));
        Node.Seat bob = node.subscribe("bob", "alice");

        node.settle();

        assertThat(bob.answers).hasSize(1);
    }

    /** RFC 4745, section 7.3. */
    @Test
    void aWallClockThatIsSetIsFeltByThoseWhoseRulesAskForTheTime() {
        node.rules("alice", Rules.allowUntil("bob", "2026-03-01T14:00:00Z"), Rules.rule("confirm", "bob"));
        var bob = node.seated("bob", "alice");
        var carol = node.seated("carol", "alice");

        node.wallClockIsSet(Node.HOUR.multipliedBy(3));

        assertThat(node.sentTo(bob).getLast().status()).isEqualTo(WatcherStatus.PENDING);
        assertThat(node.sentTo(carol)).hasSize(1);
    }
}
