package presentry.agent.subscription;

import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;

/**
 * A subscription at work: the stored part, and what is known only while the process lives. Mutable; owned by the mailbox
 * of its presentity.
 */
public final class LiveSubscription {
    /** What is going on with its NOTIFYs: never two at a time, so that none overtakes another (RFC 6665, section 4.2.2). */
    private enum Delivery {
        IDLE,
        OUTSTANDING,
        OUTSTANDING_AND_STALE
    }

    /** Stands for a NOTIFY without a body in {@link #lastFingerprint()}. */
    public static final long NO_BODY = 1;

    /** Stands for "not known" there. */
    public static final long UNKNOWN = 0;

    private final DialogCounters dialog;
    private Subscription stored;
    private Access access = Access.NONE;
    private Delivery delivery = Delivery.IDLE;
    private long nextVersion;
    private long lastFingerprint = UNKNOWN;
    private int timeoutsInARow;

    LiveSubscription(Subscription stored, DialogCounters dialog, long nextVersion) {
        this.stored = stored;
        this.dialog = dialog;
        this.nextVersion = nextVersion;
    }

    /** One that is answered and forgotten at once: a fetch (RFC 6665, section 4.4.3). It belongs to no table. */
    public static LiveSubscription fetch(Subscription asked) {
        return new LiveSubscription(asked, new DialogCounters(0, asked.remoteCSeq()), 0);
    }

    public SubscriptionKey key() {
        return stored.key();
    }

    public Subscription stored() {
        return stored;
    }

    public DialogCounters dialog() {
        return dialog;
    }

    /** What was decided last; {@link Access#NONE} before the first decision. */
    public Access access() {
        return access;
    }

    public void access(Access newAccess) {
        access = newAccess;
    }

    /** Asks to send a NOTIFY now. False if one is outstanding: what is newest then goes out after its answer, once. */
    public boolean beginNotify() {
        if (delivery != Delivery.IDLE) {
            delivery = Delivery.OUTSTANDING_AND_STALE;
            return false;
        }
        delivery = Delivery.OUTSTANDING;
        return true;
    }

    /** The outstanding NOTIFY was answered or given up. @return whether something changed meanwhile */
    public boolean endNotify() {
        boolean stale = delivery == Delivery.OUTSTANDING_AND_STALE;
        delivery = Delivery.IDLE;
        return stale;
    }

    public boolean notifyOutstanding() {
        return delivery != Delivery.IDLE;
    }

    /** The version of the next document, counted from 0 (RFC 3858, section 4.1). */
    public long takeVersion() {
        return nextVersion++;
    }

    /** How many versions were taken. */
    public long versionsTaken() {
        return nextVersion;
    }

    /** No answer to a NOTIFY came. @return how often that happened in a row */
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

    /** Whether the watcher shall still be told things. */
    public boolean live() {
        return stored.status().live();
    }

    void store(Subscription changed) {
        stored = changed;
    }
}
