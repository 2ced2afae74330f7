package presentry.agent.shard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.Effect;
import presentry.agent.presentity.PresentityState;
import presentry.uri.Aor;

/**
 * One presentity in its mailbox: the state, the commands that wait for rules, and the effects that wait for the disk.
 * Touched by the thread that runs the mailbox, and by no other.
 */
final class Resident {
    /** Effects of one step, and the write that must be on disk before they leave. */
    record Output(CompletableFuture<Void> written, List<Effect> effects) {}

    /** What a failed write held back for good, and the state that is read again must make up for. */
    record Lost(Set<SubscriptionKey> notifications, Set<Aor> tells) {
        static final Lost NOTHING = new Lost(Set.of(), Set.of());

        Lost andNotification(SubscriptionKey key) {
            return new Lost(with(notifications, key), tells);
        }

        Lost andTell(Aor user) {
            return new Lost(notifications, with(tells, user));
        }

        Lost and(Lost other) {
            Lost both = this;
            for (SubscriptionKey key : other.notifications) {
                both = both.andNotification(key);
            }
            for (Aor user : other.tells) {
                both = both.andTell(user);
            }
            return both;
        }

        private static <T> Set<T> with(Set<T> some, T one) {
            Set<T> more = new HashSet<>(some);
            more.add(one);
            return more;
        }
    }

    static final CompletableFuture<Void> NOTHING_TO_WRITE = CompletableFuture.completedFuture(null);

    final Deque<Command> waiting = new ArrayDeque<>(1);
    final Deque<Output> outputs = new ArrayDeque<>(1);
    PresentityState state;
    Lost lost = Lost.NOTHING;

    /** The newest write of this presentity. */
    CompletableFuture<Void> lastWrite = NOTHING_TO_WRITE;

    /** Whether the state was read from disk because a write had failed, and none has succeeded since. */
    boolean recovering;

    private boolean loading;
    private long loads;

    Resident(PresentityState state) {
        this.state = state;
    }

    /**
     * Something is read for it from now on: commands wait meanwhile, so that none overtakes another.
     *
     * @return a ticket
     */
    long beginLoading() {
        loading = true;
        return ++loads;
    }

    /**
     * What was read is here.
     *
     * @return false if something else began to be read since: this ticket is void
     */
    boolean endLoading(long ticket) {
        if (ticket != loads) {
            return false;
        }
        loading = false;
        return true;
    }

    boolean loading() {
        return loading;
    }

    /** Whether nothing is lost by forgetting it. */
    boolean isIdle() {
        return state.isEmpty() && waiting.isEmpty() && outputs.isEmpty() && !loading;
    }
}
