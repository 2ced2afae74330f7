package presentry.agent.presentity;

import java.util.List;
import presentry.agent.event.EventPackages;
import presentry.agent.model.EventName;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.Subscription;
import presentry.agent.model.WaitingWatcher;
import presentry.agent.model.Watcher;
import presentry.agent.model.WatcherStatus;
import presentry.agent.subscription.Access;
import presentry.agent.subscription.LiveSubscription;
import presentry.agent.subscription.WaitingWatchers;

/**
 * Keeps those who asked and about whom nobody decided in time, so that the presentity learns of them when it comes: the state
 * {@code waiting} of RFC 3857, figure 1, with its edges. Of one watcher there is at most one entry a package.
 */
final class Waiting {
    private final EventPackages packages;
    private final WaitingLimits limits;

    Waiting(EventPackages packages, WaitingLimits limits) {
        this.packages = packages;
        this.limits = limits;
    }

    /** A subscription timed out, and that is already told: if it was pending, its watcher waits from now on. */
    void timedOut(Step step, LiveSubscription ended) {
        Subscription asked = ended.stored();
        if (asked.status() != WatcherStatus.WAITING) {
            return;
        }
        if (mayWait(step, asked)) {
            keep(step, ended);
        } else {
            step.watcherChanged(asked.entry().on(StatusEvent.GIVEUP));
        }
    }

    /** Somebody asked for the state once; if nobody has decided about him, he waits too (RFC 3857, section 4.7.1). */
    void fetched(Step step, LiveSubscription fetch) {
        Subscription asked = fetch.stored();
        if (asked.status() == WatcherStatus.WAITING && mayWait(step, asked)) {
            step.watcherChanged(asked.entry());
            keep(step, fetch);
        }
    }

    /** Somebody asks again: his new subscription stands for what he asked before (RFC 3857, section 4.7.1). */
    void asksAgain(Step step, EventName event, Watcher watcher) {
        step.state.waiting.find(event, watcher).ifPresent(before -> end(step, before, StatusEvent.GIVEUP));
    }

    /** What was decided about somebody who waits; undecided he waits on, unless his time is over. */
    void decided(Step step, WaitingWatcher waiting, Access access) {
        if (!step.now.isBefore(waiting.giveUpAt())) {
            end(step, waiting, StatusEvent.GIVEUP);
            return;
        }
        switch (access.handling()) {
            case BLOCK -> end(step, waiting, StatusEvent.REJECTED);
            case CONFIRM -> step.state.waiting.undecided(waiting, access);
            case POLITE_BLOCK, ALLOW -> end(step, waiting, StatusEvent.APPROVED);
        }
    }

    /** Somebody waits for something that the server offers no more. */
    void notOffered(Step step, WaitingWatcher waiting) {
        end(step, waiting, StatusEvent.NORESOURCE);
    }

    /** The presentity says that it has been told of these. */
    void delivered(Step step, List<String> ids) {
        WaitingWatchers all = step.state.waiting;
        ids.stream().flatMap(id -> all.find(id).stream()).forEach(told -> {
            if (limits.untilDelivered()) {
                all.remove(told); // nobody is told: whoever needs to know knows
                step.persist(new Change.DropWaiting(step.state.owner, told.id()));
            } else if (!told.delivered()) {
                all.delivered(told.asDelivered());
                step.persist(new Change.PutWaiting(step.state.owner, told.asDelivered()));
            }
        });
    }

    private void keep(Step step, LiveSubscription ended) {
        Subscription asked = ended.stored();
        asksAgain(step, asked.key().event(), asked.watcher());
        if (step.state.waiting.size() >= limits.maxWaiting()) {
            step.state.waiting.mostDispensable().ifPresent(one -> end(step, one, StatusEvent.GIVEUP));
        }
        WaitingWatcher waiting = WaitingWatcher.of(asked, step.now, limits.patience());
        step.state.waiting.put(waiting);
        step.persist(new Change.PutWaiting(step.state.owner, waiting));
        decided(step, waiting, ended.access());
    }

    /** Not where nobody could ever be told of him, nor where he is told of already. */
    private boolean mayWait(Step step, Subscription asked) {
        return limits.maxWaiting() > 0 && packages.winfoOf(asked.key().event()).isPresent() && !stillAsks(step, asked);
    }

    /** Whether another subscription of his stands for this one already; nobody knows that of those without identity. */
    private static boolean stillAsks(Step step, Subscription ended) {
        return ended.watcher().homes().stream()
                .flatMap(home -> step.state.subscriptions.ofWatcher(home).stream())
                .filter(live ->
                        live.live() && live.key().event().equals(ended.key().event()))
                .anyMatch(live -> live.stored().watcher().sameAs(ended.watcher()));
    }

    private static void end(Step step, WaitingWatcher waiting, StatusEvent event) {
        step.state.waiting.remove(waiting);
        step.persist(new Change.DropWaiting(step.state.owner, waiting.id()));
        step.watcherChanged(waiting.entry().on(event));
    }
}
