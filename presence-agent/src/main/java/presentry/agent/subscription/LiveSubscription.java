package presentry.agent.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.WatcherEntry;
import presentry.agent.model.WatcherStatus;

/**
 * A subscription at work: the stored part, and what is known only while the process lives. Mutable; owned by the mailbox
 * of its presentity.
 */
public final class LiveSubscription {
    /** What the watcher must be told as soon as the NOTIFY under way has ended. */
    public enum Owed {
        NOTHING,
        /** Something changed: the newest state, unless it is what that NOTIFY said. */
        WHAT_CHANGED,
        /** The newest state in any case. */
        STATE
    }

    /** Stands for a NOTIFY without a body in {@link #lastFingerprint()}. */
    public static final long NO_BODY = 1;

    /** Stands for "not known" there. */
    public static final long UNKNOWN = 0;

    static final Comparator<LiveSubscription> BY_DEADLINE =
            Comparator.comparing((LiveSubscription live) -> live.deadline).thenComparingLong(live -> live.number);

    /** As many as may change while one NOTIFY is under way. */
    private static final int MOST_OWED_WATCHERS = 1000;

    /** No CSeq: they begin at 1. */
    private static final long NONE = 0;

    private final Dialog dialog;
    private final long number;
    private Subscription stored;
    private Access access = Access.NONE;
    private Instant deadline = Instant.MAX;
    private Owed owed = Owed.NOTHING;
    private long outstanding = NONE;
    private long nextVersion;
    private long lastFingerprint = UNKNOWN;
    private boolean inSequence;
    private Map<String, WatcherEntry> owedWatchers = Map.of();
    private int timeoutsInARow;
    private Instant pendingUntil = Instant.MAX;
    private @Nullable WatcherStatus statusTold; // null: nobody knows what the watcher was told
    private Optional<Pace> pace;

    /** @param number tells the subscriptions of one table apart */
    LiveSubscription(Subscription stored, Dialog dialog, long number, long nextVersion) {
        this.stored = stored;
        this.dialog = dialog;
        this.number = number;
        this.nextVersion = nextVersion;
        this.pace = Pace.of(stored.terms().rates());
    }

    /** One that is answered and forgotten at once: a fetch (RFC 6665, section 4.4.3). It belongs to no table. */
    public static LiveSubscription fetch(Subscription asked) {
        return new LiveSubscription(asked, new Dialog(0, asked.remoteCSeq()), 0, 0);
    }

    public SubscriptionKey key() {
        return stored.key();
    }

    public Subscription stored() {
        return stored;
    }

    public Dialog dialog() {
        return dialog;
    }

    /** What was decided last; {@link Access#NONE} before the first decision. */
    public Access access() {
        return access;
    }

    public void access(Access newAccess) {
        access = newAccess;
    }

    /** When it must be looked at again; {@link Instant#MAX} for never. */
    public Instant deadline() {
        return deadline;
    }

    /** A NOTIFY leaves; no other one may until it has ended, so that none overtakes another (RFC 6665, section 4.2.2). */
    public void notifyBegan(long cSeq, Instant now) {
        stillUnderWay(cSeq);
        statusTold = stored.status();
        pace.ifPresent(rates -> rates.sent(now));
    }

    /** A NOTIFY has left before this state of the subscription was read from disk. */
    public void stillUnderWay(long cSeq) {
        outstanding = cSeq;
    }

    /** When a NOTIFY may and must leave; empty where nobody bounds that. */
    public Optional<Pace> pace() {
        return pace;
    }

    /** First instant at which it has waited too long for a decision; {@link Instant#MAX} if it does not wait, or may for ever. */
    public Instant pendingUntil() {
        return pendingUntil;
    }

    public void pendingUntil(Instant until) {
        pendingUntil = until;
    }

    /** When time alone may change what the watcher must hear: its expiry, the end of what was decided, the agreed rates. */
    Instant lookAgainAt() {
        Instant expiry = stored.expiresAt();
        Instant decided = access.validUntil().isBefore(expiry) ? access.validUntil() : expiry;
        decided = pendingUntil.isBefore(decided) ? pendingUntil : decided;
        Instant paced = notifyOutstanding() ? Instant.MAX : pace.map(Pace::next).orElse(Instant.MAX);
        return paced.isBefore(decided) ? paced : decided;
    }

    /** Whether a NOTIFY is under way. */
    public boolean notifyOutstanding() {
        return outstanding != NONE;
    }

    /** The CSeq of the NOTIFY under way. */
    public long outstandingCSeq() {
        return outstanding;
    }

    /** Remembers that the watcher must hear more after the NOTIFY under way; the stronger debt stays. */
    public void owe(Owed more) {
        owed = more.compareTo(owed) > 0 ? more : owed;
    }

    /**
     * The NOTIFY under way was answered or given up.
     *
     * @return what is owed, which is from now on nothing
     */
    public Owed notifyEnded() {
        Owed due = owed;
        outstanding = NONE;
        owed = Owed.NOTHING;
        return due;
    }

    /** The version of the next document, counted from 0 (RFC 3858, section 3). */
    public long takeVersion() {
        inSequence = true;
        return nextVersion++;
    }

    /** Whether the next document has the number that follows the one sent last: not at the beginning, nor after a restart. */
    public boolean inSequence() {
        return inSequence;
    }

    /**
     * These watchers changed, and this subscription, which is one to watcher information, has not been told. Of each the newest
     * change counts; too many are not kept, and the next document tells of all watchers instead.
     */
    public void oweWatchers(Collection<WatcherEntry> changed) {
        Map<String, WatcherEntry> all = new LinkedHashMap<>(owedWatchers);
        changed.forEach(watcher -> all.put(watcher.id(), watcher));
        if (all.size() > MOST_OWED_WATCHERS) {
            inSequence = false;
            all.keySet().retainAll(changed.stream().map(WatcherEntry::id).toList());
        }
        owedWatchers = all;
    }

    /** Whether some watcher changed of whom this subscription has not been told. */
    public boolean owesWatchers() {
        return !owedWatchers.isEmpty();
    }

    /** The watchers that changed, in the order in which they first did; none are owed from now on. */
    public Collection<WatcherEntry> takeOwedWatchers() {
        Collection<WatcherEntry> owed = owedWatchers.values();
        owedWatchers = Map.of();
        return owed;
    }

    /** How many versions were taken. */
    public long versionsTaken() {
        return nextVersion;
    }

    /**
     * No answer to a NOTIFY came.
     *
     * @return how often that happened in a row
     */
    public int timedOut() {
        return ++timeoutsInARow;
    }

    /** An answer to a NOTIFY came. */
    public void answered() {
        timeoutsInARow = 0;
    }

    /** The fingerprint of the body sent last, {@link #NO_BODY} or {@link #UNKNOWN}. */
    public long lastFingerprint() {
        return lastFingerprint;
    }

    public void lastFingerprint(long fingerprint) {
        lastFingerprint = fingerprint;
    }

    /** The watcher is known to have this state, and to know where his subscription stands. */
    public void knows(long fingerprint) {
        lastFingerprint = fingerprint;
        statusTold = stored.status();
    }

    /** What was sent last did not arrive: nobody knows what the watcher has. */
    public void knowsNothing() {
        lastFingerprint = UNKNOWN;
        statusTold = null;
    }

    /** Whether the watcher was told where his subscription stands (RFC 5839, section 6.2: nothing in a NOTIFY's header changed). */
    public boolean statusIsTold() {
        return statusTold == stored.status();
    }

    /** Whether the watcher shall still be told things. */
    public boolean live() {
        return stored.status().live();
    }

    void store(Subscription changed) {
        if (!changed.terms().rates().equals(stored.terms().rates())) {
            pace = Pace.of(changed.terms().rates());
        }
        stored = changed;
    }

    void deadline(Instant at) {
        deadline = at;
    }
}
