package presentry.agent.subscription;

/**
 * The numbers of one dialog, shared by all subscriptions in it: requests of both directions are ordered per dialog
 * (RFC 3261, section 12.2.1.1 and 12.2.2).
 */
public final class DialogCounters {
    private long lastLocal;
    private long lastRemote;
    private int subscriptions;

    DialogCounters(long lastLocal, long lastRemote) {
        this.lastLocal = lastLocal;
        this.lastRemote = lastRemote;
    }

    /** The CSeq of the next NOTIFY. */
    public long nextLocal() {
        return ++lastLocal;
    }

    /** The CSeq that {@link #nextLocal()} gave last. */
    public long lastLocal() {
        return lastLocal;
    }

    /**
     * Takes the CSeq of a request from the watcher.
     *
     * @return false if it is not above the last one: the request is out of order and refused (RFC 3261, section 12.2.2)
     */
    public boolean accept(long remoteCSeq) {
        if (remoteCSeq <= lastRemote) {
            return false;
        }
        lastRemote = remoteCSeq;
        return true;
    }

    /** Another subscription of the same dialog was loaded: the higher numbers hold. */
    void atLeast(long local, long remote) {
        lastLocal = Math.max(lastLocal, local);
        lastRemote = Math.max(lastRemote, remote);
    }

    void joined() {
        subscriptions++;
    }

    /** One subscription less. @return whether none is left, which ends the dialog (RFC 6665, section 4.4.1) */
    boolean left() {
        return --subscriptions == 0;
    }
}
