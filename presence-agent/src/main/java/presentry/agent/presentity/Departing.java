package presentry.agent.presentity;

import java.time.Instant;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.Subscription;
import presentry.agent.subscription.LiveSubscription;

/** Ends subscriptions (RFC 6665, section 4.4.1): by rule, by time, by the watcher's wish, or because nobody is there. */
final class Departing {
    private final Notifying notifying;
    private final Mirroring mirroring;
    private final Waiting waiting;

    Departing(Notifying notifying, Mirroring mirroring, Waiting waiting) {
        this.notifying = notifying;
        this.mirroring = mirroring;
        this.waiting = waiting;
    }

    /** A decision shut the watcher out. */
    void rejected(Step step, LiveSubscription live) {
        leave(step, live, StatusEvent.REJECTED);
    }

    /** The watcher wanted no more, and has all that the last NOTIFY would say (RFC 5839, section 5.7). */
    void unsubscribedKnowingAll(Step step, LiveSubscription live) {
        end(step, live, StatusEvent.TIMEOUT);
        mirroring.tell(step, live.key().event(), live.stored().watcher());
        step.state.subscriptions.remove(live);
    }

    /** The watcher wanted no more. */
    void unsubscribed(Step step, LiveSubscription live) {
        leave(step, live, StatusEvent.TIMEOUT);
    }

    /** Nobody refreshed it. */
    void expired(Step step, LiveSubscription live) {
        end(step, live, StatusEvent.TIMEOUT);
        mirroring.tellExpired(
                step, live.key().event(), live.stored().watcher(), live.stored().expiresAt());
        tellEnd(step, live);
    }

    /** The watcher was promised a document that the server writes no more: he may ask at once for another one. */
    void deactivated(Step step, LiveSubscription live) {
        leave(step, live, StatusEvent.DEACTIVATED);
    }

    /** Nobody decided for too long. */
    void gaveUp(Step step, LiveSubscription live) {
        leave(step, live, StatusEvent.GIVEUP);
    }

    /** What there was to watch is gone: the user, or the package that the server offers no more. */
    void noResource(Step step, LiveSubscription live) {
        leave(step, live, StatusEvent.NORESOURCE);
    }

    /** He does not answer: should he hear this after all, he may come again (RFC 6665, section 4.1.3). */
    void onProbation(Step step, LiveSubscription live) {
        leave(step, live, StatusEvent.PROBATION);
    }

    /** The answer to a NOTIFY said that the watcher has no such subscription: it goes without a word to him. */
    void vanished(Step step, LiveSubscription live) {
        if (live.live()) {
            end(step, live, StatusEvent.TIMEOUT);
            mirroring.tell(step, live.key().event(), live.stored().watcher());
        }
        step.state.subscriptions.remove(live);
    }

    private void leave(Step step, LiveSubscription live, StatusEvent event) {
        end(step, live, event);
        mirroring.tell(step, live.key().event(), live.stored().watcher());
        tellEnd(step, live);
    }

    /** Says the last word as soon as no other NOTIFY is under way, and forgets the subscription. */
    void tellEnd(Step step, LiveSubscription live) {
        boolean withState = live.stored().lastEvent() == StatusEvent.TIMEOUT;
        if (notifying.tellEnd(step, live, withState)) {
            step.state.subscriptions.remove(live);
        }
    }

    private void end(Step step, LiveSubscription live, StatusEvent event) {
        Subscription ended = live.stored().on(event);
        step.state.subscriptions.update(live, ended);
        step.state.subscriptions.deadline(live, Instant.MAX);
        step.persist(new Change.DropSubscription(step.state.owner, live.key()));
        // What this one has reserved goes with its row; the others of its dialog must not repeat its numbers.
        live.dialog().living().forEach(other -> Notifying.keep(step, other, ended.reservedCSeq()));
        step.watcherChanged(ended.entry());
        waiting.timedOut(step, live);
    }
}
