package presentry.agent.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import presentry.agent.model.Publication;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.WaitingWatcher;
import presentry.agent.presentity.Change;
import presentry.uri.Aor;

/** Keeps subscriptions with their dialogs, watchers who wait without one, and publications, over the life of a process (port). */
public interface SoftStateStore {
    /**
     * Writes changes in order, all or none. The stage completes when they are on disk; it fails if they are not, and then
     * none of them is.
     */
    CompletionStage<Void> write(List<Change> changes);

    /**
     * Reads everything, one presentity after the other, and forgets the fingerprints it read: they tell the truth only
     * about a process that was stopped in good order. Blocks; for the start of a process.
     */
    void loadAll(Consumer<StoredPresentity> into);

    /** Reads what is stored of one presentity; empty if nothing is. Blocks. */
    Optional<StoredPresentity> load(Aor owner);

    /** Notes at the end of a process what each watcher was shown last. Completes when it is on disk. */
    CompletionStage<Void> remember(List<Shown> shown);

    /**
     * All that is stored of one user.
     *
     * @param waiting those who wait for a decision without a subscription, oldest first
     * @param publications first published first
     */
    record StoredPresentity(
            Aor owner,
            List<StoredSubscription> subscriptions,
            List<WaitingWatcher> waiting,
            List<Publication> publications) {
        /** The same with the numbers of its dialogs raised to a floor. */
        public StoredPresentity above(NumberFloor floor) {
            return new StoredPresentity(
                    owner, subscriptions.stream().map(one -> one.above(floor)).toList(), waiting, publications);
        }

        /** One of whom nothing is stored. */
        public static StoredPresentity nothing(Aor owner) {
            return new StoredPresentity(owner, List.of(), List.of(), List.of());
        }
    }

    /**
     * One stored subscription.
     *
     * @param lastFingerprint of what its watcher was shown last; 0 if that is not known
     */
    record StoredSubscription(Subscription subscription, long lastFingerprint) {
        /** The same, and what it sends next is above the higher of what is stored and the floor. */
        public StoredSubscription above(NumberFloor floor) {
            return new StoredSubscription(
                    subscription.reserving(
                            Math.max(subscription.reservedCSeq(), floor.value()),
                            Math.max(subscription.reservedVersion(), floor.value())),
                    lastFingerprint);
        }
    }

    /**
     * What one watcher was shown last.
     *
     * @param fingerprint of the body sent last, not 0
     */
    record Shown(Aor owner, SubscriptionKey key, long fingerprint) {}
}
