package presentry.agent.presentity;

import java.time.Instant;
import java.util.HashMap;
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
    /** A fact about another user: that this one watches him. */
    private record WatchedUntil(Instant until, long sequence) {}

    final Aor owner;
    final SubscriptionTable subscriptions = new SubscriptionTable();
    final WaitingWatchers waiting = new WaitingWatchers();
    final PublicationTable publications = new PublicationTable();
    final Map<EventName, Views> views = new HashMap<>(2);
    /** Of whom of those who wait a NOTIFY tells the presentity that is under way. */
    final Map<SubscriptionKey, List<String>> toldOf = new HashMap<>(2);

    private final Map<Aor, WatchedUntil> watching = new HashMap<>();

    /** The rules by which all present subscriptions were decided; empty before the first decision. */
    Optional<CompiledPolicy> decidedBy = Optional.empty();

    private long tellSequence;
    private long wakeGeneration;
    private Instant wakeAt = Instant.MAX;

    /**
     * A user of whom nothing is known.
     *
     * @param tellSequence what this user's mailbox has told others so far has no higher number
     */
    public PresentityState(Aor owner, long tellSequence) {
        this.owner = owner;
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

    /** Whom this user watches, as found in stored subscriptions; before the first command only. */
    public void watches(Aor watched, Instant until, Instant now) {
        WatchedUntil known = watching.get(watched);
        if (until.isAfter(now) && (known == null || until.isAfter(known.until()))) {
            watching.put(watched, new WatchedUntil(until, 0));
        }
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
        PresentityState fresh = new PresentityState(owner, tellSequence);
        fresh.watching.putAll(watching);
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

    /** Whether nothing is known of this user that is not the same as knowing nothing. */
    public boolean isEmpty() {
        return subscriptions.isEmpty() && waiting.isEmpty() && publications.isEmpty() && watching.isEmpty();
    }

    /** The highest number that a message to another user's mailbox has had. */
    public long tellSequence() {
        return tellSequence;
    }

    /**
     * Takes the fact that this user watches another one until some time.
     *
     * @return false if something newer is known
     */
    boolean watches(Aor watched, Instant until, long sequence, Instant now) {
        WatchedUntil known = watching.get(watched);
        if (known != null && known.sequence() > sequence) {
            return false;
        }
        if (until.isAfter(now)) {
            watching.put(watched, new WatchedUntil(until, sequence));
        } else {
            watching.remove(watched);
        }
        return true;
    }

    /** This user watches nobody any more. */
    void watchesNobody() {
        watching.clear();
    }

    /** Until when this user watches another one; empty if he does not. */
    Optional<Instant> watchesUntil(Aor watched, Instant now) {
        WatchedUntil known = watching.get(watched);
        if (known == null) {
            return Optional.empty();
        }
        if (known.until().isAfter(now)) {
            return Optional.of(known.until());
        }
        watching.remove(watched);
        return Optional.empty();
    }

    /** Keeps of what watchers see only what would take long to make again. */
    void settleViews() {
        if (!views.isEmpty()) {
            views.values().removeIf(Views::nothingToShow);
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
