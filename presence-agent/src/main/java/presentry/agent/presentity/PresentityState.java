package presentry.agent.presentity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.WaitingWatcher;
import presentry.agent.publication.PublicationTable;
import presentry.agent.subscription.LiveSubscription;
import presentry.agent.subscription.SubscriptionTable;
import presentry.agent.subscription.WaitingWatchers;
import presentry.policy.compile.CompiledPolicy;
import presentry.uri.Aor;

/**
 * All that the agent knows of one presentity. Mutable; owned by the mailbox of its shard and changed by
 * {@link PresentityMachine} alone.
 */
public final class PresentityState {
    final Aor owner;
    final SubscriptionTable subscriptions = new SubscriptionTable();
    final WaitingWatchers waiting = new WaitingWatchers();
    final PublicationTable publications = new PublicationTable();
    Map<EventName, Views> views = Map.of();
    /** Of whom of those who wait a NOTIFY tells the presentity that is under way. */
    Map<SubscriptionKey, List<String>> toldOf = Map.of();

    final WatchedUsers watched;

    /** The rules by which all present subscriptions were decided; empty before the first decision. */
    Optional<CompiledPolicy> decidedBy = Optional.empty();

    /** How far the wall clock was ahead then. */
    Duration decidedAhead = Duration.ZERO;

    private long tellSequence;
    private long wakeGeneration;
    private Instant wakeAt = Instant.MAX;

    /**
     * A user of whom nothing else is known.
     *
     * @param watched whom this user watches
     * @param tellSequence what this user's mailbox has told others so far has no higher number
     */
    public PresentityState(Aor owner, WatchedUsers watched, long tellSequence) {
        this.owner = owner;
        this.watched = watched;
        this.tellSequence = tellSequence;
    }

    /** Takes in a stored subscription; {@link Command.Resume} must follow when all is loaded. */
    public void load(Subscription subscription, long lastFingerprint) {
        LiveSubscription live = subscriptions.resume(subscription);
        if (lastFingerprint != LiveSubscription.UNKNOWN) {
            live.knows(lastFingerprint);
        }
        subscriptions.deadline(live, subscription.expiresAt());
    }

    /** Takes in a stored publication; {@link Command.Resume} must follow when all is loaded. */
    public void load(Publication publication) {
        publications.add(publication);
    }

    /** Takes in a stored watcher who waits; {@link Command.Resume} must follow when all is loaded. */
    public void load(WaitingWatcher watcher) {
        waiting.put(watcher);
    }

    /**
     * What the disk knows, in place of a state that knows more than the disk. What others have told stays, the numbers go on,
     * and a NOTIFY under way is still waited for.
     *
     * @param unsent subscriptions whose NOTIFY never left, so that no end of it will come
     */
    public PresentityState reloaded(
            List<Subscription> storedSubscriptions,
            List<WaitingWatcher> storedWaiting,
            List<Publication> storedPublications,
            Set<SubscriptionKey> unsent) {
        PresentityState fresh = new PresentityState(owner, watched, tellSequence);
        fresh.wakeGeneration = wakeGeneration;
        storedSubscriptions.forEach(stored -> fresh.load(stored, LiveSubscription.UNKNOWN));
        storedWaiting.forEach(fresh::load);
        storedPublications.forEach(fresh::load);
        for (LiveSubscription live : subscriptions.all()) {
            if (live.notifyOutstanding() && !unsent.contains(live.key())) {
                fresh.subscriptions.find(live.key()).ifPresent(same -> same.stillUnderWay(live.outstandingCSeq()));
            }
        }
        return fresh;
    }

    public Aor owner() {
        return owner;
    }

    /** The subscriptions at work; to be read only. */
    public SubscriptionTable subscriptions() {
        return subscriptions;
    }

    /** Whether that user watches this one, or waits for it. */
    public boolean isAskedBy(Aor user) {
        return !subscriptions.ofWatcher(user).isEmpty()
                || !waiting.ofWatcher(user).isEmpty();
    }

    /** Whether somebody watches this user, or waits for it. */
    public boolean isAsked() {
        return !subscriptions.isEmpty() || !waiting.isEmpty();
    }

    /** Whom this user watches. */
    public WatchedUsers watched() {
        return watched;
    }

    /** Whether nothing is known of this user but whom he watches. */
    public boolean isEmpty() {
        return subscriptions.isEmpty() && waiting.isEmpty() && publications.isEmpty();
    }

    /** The highest number that a message to another user's mailbox has had. */
    public long tellSequence() {
        return tellSequence;
    }

    /** Keeps of what watchers see only what would take long to make again. */
    void settleViews() {
        if (publications.isEmpty()) {
            views = Map.of();
        } else {
            views.values().forEach(Views::settle);
        }
    }

    long nextTellSequence() {
        return ++tellSequence;
    }

    /** The wish for a wake-up if it differs from the one that stands. */
    Optional<Effect> wakeUp() {
        Instant earliest =
                earliest(earliest(subscriptions.nextDeadline(), waiting.nextLook()), publications.nextExpiry());
        if (earliest.equals(wakeAt)) {
            return Optional.empty();
        }
        wakeAt = earliest;
        wakeGeneration++;
        return Optional.of(new Effect.WakeAt(earliest, wakeGeneration));
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The generation of the wake-up that was asked for last. */
    long wakeGeneration() {
        return wakeGeneration;
    }

    /** The wake-up that was asked for last has come; another one is late and ignored. */
    void wokenBy(long generation) {
        if (generation == wakeGeneration) {
            wakeAt = Instant.MAX;
        }
    }
}
