package presentry.agent.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import presentry.agent.authorize.MessageAuthorizer;
import presentry.agent.authorize.WatcherAuthorizer;
import presentry.agent.event.EventPackages;
import presentry.agent.model.DialogId;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.Watcher;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.agent.presentity.Command.NotifyEnded;
import presentry.agent.presentity.Notification;
import presentry.agent.presentity.PresentityLimits;
import presentry.agent.presentity.PresentityMachine;
import presentry.agent.presentity.PresentityOptions;
import presentry.agent.presentity.Rules;
import presentry.agent.presentity.Samples;
import presentry.agent.presentity.SubscribeTerms;
import presentry.agent.presentity.TextPackage;
import presentry.agent.presentity.WatchersPackage;
import presentry.agent.store.NumberFloor;
import presentry.agent.store.sql.AgentTables;
import presentry.agent.store.sql.SqlSoftStateStore;
import presentry.policy.PolicyEngine;
import presentry.policy.PolicyOptions;
import presentry.policy.cache.CompiledPolicies;
import presentry.policy.cache.PolicyObserver;
import presentry.policy.cache.PolicySource;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.PolicyDefault;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Opening;
import presentry.uri.Aor;

/**
 * All shards over a real database and real rules. Threads, timers and the clock are in the hand of the test: nothing runs
 * before {@link #settle()}, but for the writer of the database.
 */
final class Node implements AutoCloseable {
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration RETRY = Duration.ofSeconds(1);
    static final int CAPACITY = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A watcher's end of a subscription, and all that it was answered and sent. */
    static final class Seat {
        final SubscriptionKey key;
        final Aor presentity;
        final Watcher watcher;
        final List<Answer> answers = new ArrayList<>();
        private long cSeq = 1;

        Seat(SubscriptionKey key, Aor presentity, Watcher watcher) {
            this.key = key;
            this.presentity = presentity;
            this.watcher = watcher;
        }
    }

    private record Timer(Instant at, Runnable task) {}

    final InFlight inFlight = new InFlight();
    final BlockingQueue<Runnable> turns = new LinkedBlockingQueue<>();
    final BlockingQueue<Runnable> readings = new LinkedBlockingQueue<>();
    final List<Notification> sent = new ArrayList<>();
    final Map<Aor, List<RuleDocument>> rules = new HashMap<>();
    final Shards shards;
    private final CompiledPolicies policies;
    private final Database database;
    private final List<Timer> timers = new ArrayList<>();
    private final List<Consumer<NotifyEnd>> underWay = new ArrayList<>();
    private final Random random = new Random(7);
    private final ServerClock clock;
    private Instant now;
    private Duration wallAhead = Duration.ZERO;
    private boolean rulesReadable = true;
    private boolean outboxWorks = true;

    private Node(Path folder, Instant now, PolicyDefault whereSilent, Duration linger) {
        this.now = now;
        this.clock = new ServerClock(() -> this.now, () -> this.now.plus(wallAhead));
        this.database = switch (Database.open(folder, List.of(AgentTables.MIGRATIONS))) {
            case Opening.Opened(Database opened) -> opened;
            case Opening.Refused(String sentence) -> throw new AssertionError(sentence);
        };
        this.policies = new CompiledPolicies(
                this::readRules, new PolicyEngine(PolicyOptions.DEFAULT), readings::add, 1 << 20, PolicyObserver.NONE);
        MailboxParts parts = new MailboxParts(
                new PresentityMachine(
                        new EventPackages(List.of(new TextPackage(), new WatchersPackage())),
                        new WatcherAuthorizer(whereSilent),
                        new MessageAuthorizer(),
                        TextPackage::sphere,
                        new PresentityLimits(10, 5, 3, 1 << 18, linger, Samples.WAITING),
                        PresentityOptions.DEFAULT),
                policies,
                new SqlSoftStateStore(database, Fence.EMBEDDED, NumberFloor.NONE),
                this::send,
                (at, task) -> timers.add(new Timer(at, task)),
                clock,
                turns::add,
                readings::add,
                inFlight,
                CAPACITY,
                RETRY);
        this.shards = new Shards(parts, user -> user.host().equals("example.com"), linger);
    }

    static Node open(Path folder) {
        return new Node(folder, Samples.NOON, PolicyDefault.ALLOW, Duration.ZERO);
    }

    static Node mutual(Path folder, Duration linger) {
        return new Node(folder, Samples.NOON, PolicyDefault.MUTUAL, linger);
    }

    /** The same folder in a new process, which loads and resumes. */
    static Node restarted(Path folder, PolicyDefault whereSilent) {
        Node node = new Node(folder, Samples.NOON.plusSeconds(1), whereSilent, Duration.ZERO);
        node.shards.load();
        node.shards.resume(1000);
        node.pass(Duration.ofSeconds(1));
        return node;
    }

    private PolicySource.Loaded readRules(Aor owner, Usage usage) {
        if (!rulesReadable) {
            throw new IllegalStateException("the rules cannot be read");
        }
        return new PolicySource.Loaded(
                usage == Usage.PRES_RULES ? rules.getOrDefault(owner, List.of()) : List.of(), ExternalLists.NONE, 0);
    }

    private void send(Notification notification, Consumer<NotifyEnded> ended) {
        if (!outboxWorks) {
            throw new IllegalStateException("nothing can be sent");
        }
        sent.add(notification);
        underWay.add(end -> ended.accept(new NotifyEnded(notification.key(), notification.cSeq(), end)));
    }

    /** Runs all that can run, until nothing is under way but NOTIFYs without an answer. */
    void settle() {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (inFlight.count() > underWay.size()) {
            if (!runOne(readings) && !runNext()) {
                assertThat(System.nanoTime())
                        .as("a time at which something still comes")
                        .isLessThan(giveUpAt);
            }
        }
    }

    /** Runs what is to be run now, and does not wait for anything. */
    void runTurns() {
        boolean more = true;
        while (more) {
            more = runOne(turns);
        }
    }

    private static boolean runOne(BlockingQueue<Runnable> queue) {
        Runnable task = queue.poll();
        if (task != null) {
            task.run();
        }
        return task != null;
    }

    /** Runs the next turn; if there is none, the disk is busy and one is waited for, a little. */
    private boolean runNext() {
        try {
            Runnable task = turns.poll(1, TimeUnit.MILLISECONDS);
            if (task != null) {
                task.run();
            }
            return task != null;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** All NOTIFYs arrive, also those that follow from that. */
    void deliverAll() {
        settle();
        while (!underWay.isEmpty()) {
            underWay.removeFirst().accept(NotifyEnd.DELIVERED);
            settle();
        }
    }

    /** Time passes, and what was due in it happens. */
    void pass(Duration time) {
        settle();
        now = now.plus(time);
        List<Timer> due = new ArrayList<>();
        timers.removeIf(timer -> !timer.at().isAfter(now) && due.add(timer));
        due.forEach(timer -> timer.task().run());
        settle();
    }

    /** Somebody sets the wall clock, and it is looked at. */
    void wallClockIsSet(Duration ahead) {
        wallAhead = wallAhead.plus(ahead);
        assertThat(clock.lookAtWall()).isEqualTo(ahead);
        shards.wallClockSet();
        settle();
    }

    int timers() {
        return timers.size();
    }

    void rules(String owner, String... rulesOfOwner) {
        rules.put(Samples.user(owner), List.of(new RuleDocument("index", "", Rules.text(rulesOfOwner))));
        policies.changed(Samples.user(owner));
    }

    void rulesReadable(boolean readable) {
        rulesReadable = readable;
        policies.clear();
    }

    void outboxWorks(boolean works) {
        outboxWorks = works;
    }

    Seat subscribe(String watcher, String presentity) {
        return subscribe(watcher, presentity, HOUR);
    }

    Seat subscribe(String watcher, String presentity, Duration expires) {
        Aor home = Samples.user(presentity);
        String tag = DialogTag.fresh(home.shard(), random);
        SubscriptionKey key =
                new SubscriptionKey(new DialogId("call-" + watcher, tag, "remote"), EventName.PRESENCE, "");
        Seat seat = new Seat(key, home, Samples.watcher("sip:" + watcher + "@example.com"));
        shards.tell(
                home,
                new Command.Subscribe(
                        seat.answers::add,
                        key,
                        "w" + tag,
                        seat.watcher,
                        Samples.address(key.dialog(), List.of()),
                        home.toString(),
                        "presence",
                        TextPackage.TYPE,
                        SubscribeTerms.lasting(Optional.of(expires)),
                        1));
        return seat;
    }

    /** Subscribes, and all that follows arrives. */
    Seat seated(String watcher, String presentity) {
        Seat seat = subscribe(watcher, presentity);
        deliverAll();
        return seat;
    }

    void refresh(Seat seat, Duration expires) {
        seat.cSeq++;
        shards.tellDialog(
                seat.key.dialog(),
                new Command.Resubscribe(
                        seat.answers::add,
                        seat.key,
                        seat.watcher,
                        new Command.Further("w", "presence", Optional.of(TextPackage.TYPE)),
                        "sip:phone@127.0.0.1:5070",
                        Samples.REACHED,
                        SubscribeTerms.lasting(Optional.of(expires)),
                        seat.cSeq));
    }

    List<Answer> publish(String user, String text) {
        List<Answer> answers = new ArrayList<>();
        Command.PublishedBody body = new Command.PublishedBody(TextPackage.TYPE, text);
        EntityTag tag = new EntityTag("t" + random.nextInt(1 << 30));
        shards.tell(
                Samples.user(user),
                new Command.Publish(
                        answers::add,
                        Samples.watcher("sip:" + user + "@example.com"),
                        EventName.PRESENCE,
                        Optional.empty(),
                        Optional.of(HOUR),
                        Optional.of(body),
                        tag,
                        tag.value()));
        return answers;
    }

    List<Notification> sentTo(Seat seat) {
        return sent.stream().filter(one -> one.key().equals(seat.key)).toList();
    }

    /** Lets writes into a table fail under a condition, until {@link #diskWorks()}. */
    void diskRefuses(String event, String table, String condition) {
        sql("CREATE TRIGGER refuse BEFORE " + event + " ON " + table + " WHEN " + condition
                + " BEGIN SELECT RAISE(ABORT, 'the disk refuses'); END");
    }

    void diskWorks() {
        sql("DROP TRIGGER refuse");
    }

    private void sql(String text) {
        database.writer()
                .submit(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute(text);
                    }
                })
                .toCompletableFuture()
                .join();
    }

    /** Holds the disk up until what is returned is run. */
    Runnable holdDisk() {
        CountDownLatch held = new CountDownLatch(1);
        database.writer().submit(connection -> {
            try {
                return held.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        });
        return held::countDown;
    }

    @Override
    public void close() {
        database.close();
    }
}
