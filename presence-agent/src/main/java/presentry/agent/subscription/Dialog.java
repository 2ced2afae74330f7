package presentry.agent.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.agent.model.SubscriptionKey;

/**
 * A dialog with the subscriptions in it (RFC 6665, section 4.5.2), and its numbers: requests of both directions are ordered
 * per dialog (RFC 3261, sections 12.2.1.1 and 12.2.2).
 */
public final class Dialog {
    private long lastLocal;
    private long lastRemote;
    private List<LiveSubscription> subscriptions = List.of();

    Dialog(long lastLocal, long lastRemote) {
        this.lastLocal = lastLocal;
        this.lastRemote = lastRemote;
    }

    /** The CSeq of the next NOTIFY. */
    public long nextLocal() {
        return ++lastLocal;
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

    Optional<LiveSubscription> find(SubscriptionKey key) {
        for (LiveSubscription live : subscriptions) {
            if (live.key().equals(key)) {
                return Optional.of(live);
            }
        }
        return Optional.empty();
    }

    /** Those in it that have not ended, oldest first. */
    public List<LiveSubscription> living() {
        return subscriptions.stream().filter(LiveSubscription::live).toList();
    }

    List<LiveSubscription> subscriptions() {
        return subscriptions;
    }

    void join(LiveSubscription live) {
        subscriptions = with(subscriptions, live);
    }

    void leave(LiveSubscription live) {
        subscriptions = without(subscriptions, live);
    }

    /** Short lists, mostly of one: copied at each change, so that they take little room and may be walked at any time. */
    static List<LiveSubscription> with(List<LiveSubscription> some, LiveSubscription live) {
        if (some.isEmpty()) {
            return List.of(live);
        }
        List<LiveSubscription> more = new ArrayList<>(some);
        more.add(live);
        return List.copyOf(more);
    }

    static List<LiveSubscription> without(List<LiveSubscription> some, LiveSubscription live) {
        return some.stream().filter(one -> one != live).toList();
    }
}
