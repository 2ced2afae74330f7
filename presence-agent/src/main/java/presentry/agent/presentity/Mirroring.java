package presentry.agent.presentity;

import java.time.Duration;
import java.time.Instant;
import presentry.agent.model.EventName;
import presentry.agent.model.Watcher;
import presentry.agent.subscription.LiveSubscription;
import presentry.uri.Aor;

/**
 * Tells a watcher's own mailbox that he watches, which is what the mutual rule asks there. Several dialogs of one watcher
 * are or-ed: the latest expiry counts.
 */
final class Mirroring {
    private final Duration linger;

    /** @param linger how long after an expiry a subscription still counts */
    Mirroring(Duration linger) {
        this.linger = linger;
    }

    /** The subscriptions of this watcher began, went on, or were ended on purpose. */
    void tell(Step step, EventName event, Watcher watcher) {
        tell(step, event, watcher, Instant.EPOCH);
    }

    /** A subscription of this watcher expired; it may count a little longer. */
    void tellExpired(Step step, EventName event, Watcher watcher, Instant expiredAt) {
        tell(step, event, watcher, linger.isZero() ? Instant.EPOCH : expiredAt.plus(linger));
    }

    private void tell(Step step, EventName event, Watcher watcher, Instant atLeast) {
        if (!event.equals(EventName.PRESENCE) || watcher.is(step.state.owner)) {
            return;
        }
        watcher.homes().forEach(home -> tell(step, home, atLeast));
    }

    /** What this user's mailbox should know, whatever it has heard before. */
    void tellAgain(Step step, Aor home) {
        tell(step, home, Instant.EPOCH);
    }

    private void tell(Step step, Aor home, Instant atLeast) {
        Instant until = atLeast;
        for (LiveSubscription live : step.state.subscriptions.ofWatcher(home)) {
            if (counts(live)) {
                Instant end = live.stored().expiresAt().plus(linger);
                until = end.isAfter(until) ? end : until;
            }
        }
        step.emit(new Effect.Tell(home, new Command.Watching(step.state.owner, until, step.state.nextTellSequence())));
    }

    /** Live dialogs count, pending ones too: otherwise two pending sides would wait for each other for ever. */
    private static boolean counts(LiveSubscription live) {
        return live.key().event().equals(EventName.PRESENCE) && live.live();
    }
}
