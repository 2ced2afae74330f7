package presentry.agent.presentity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import presentry.agent.authorize.WatcherAuthorizer;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.Subscription;
import presentry.agent.model.WaitingWatcher;
import presentry.agent.model.Watcher;
import presentry.agent.model.WatcherStatus;
import presentry.agent.subscription.Access;
import presentry.agent.subscription.LiveSubscription;
import presentry.uri.Aor;

/** Decides live subscriptions anew, and acts only where the outcome is another one. */
final class Deciding {
    private final EventPackages packages;
    private final WatcherAuthorizer authorizer;
    private final Notifying notifying;
    private final Departing departing;
    private final Waiting waiting;
    private final Duration giveUpAfter;

    /** @param giveUpAfter how long a subscription may wait for a decision; zero for as long as it lives */
    Deciding(
            EventPackages packages,
            WatcherAuthorizer authorizer,
            Notifying notifying,
            Departing departing,
            Waiting waiting,
            Duration giveUpAfter) {
        this.packages = packages;
        this.authorizer = authorizer;
        this.notifying = notifying;
        this.departing = departing;
        this.waiting = waiting;
        this.giveUpAfter = giveUpAfter;
    }

    /**
     * If the rules are not those of the last step, or the wall clock was set since, everybody is decided about anew before anything
     * else happens.
     */
    void bringUpToDate(Step step) {
        boolean sameRules = step.state.decidedBy.filter(step.policy::equals).isPresent();
        if (!sameRules || !step.state.decidedAhead.equals(step.moment.wallAhead())) {
            step.state.subscriptions.all().forEach(live -> decide(step, live));
            step.state.waiting.all().forEach(one -> decide(step, one));
            step.state.decidedBy = Optional.of(step.policy);
            step.state.decidedAhead = step.moment.wallAhead();
        }
    }

    /** Something else counts as published: whose access rests on the sphere is decided by the one there is now. */
    void publishedChanged(Step step) {
        for (LiveSubscription live : step.state.subscriptions.all()) {
            if (live.access().dependsOnSphere()) {
                decide(step, live);
            }
        }
        step.state.waiting.dependingOnSphere().forEach(one -> decide(step, one));
    }

    /** What {@code watcher} may get at this instant. */
    Access access(Step step, EventPackage event, Watcher watcher) {
        return switch (event.admission()) {
            case OWNER_ONLY -> authorizer.ownerOnly(step.state.owner, watcher);
            case EVERYBODY -> authorizer.everybody();
            case BY_RULES ->
                authorizer.byRules(
                        step.state.owner, watcher, step.policy, step.moment, watchedUntil(step, watcher), step::sphere);
        };
    }

    /** Decides one subscription now, and lets its watcher feel it. */
    void decide(Step step, LiveSubscription live) {
        if (!live.live()) {
            return;
        }
        Optional<EventPackage> event = packages.find(live.key().event());
        if (event.isEmpty()) {
            departing.noResource(step, live);
            return;
        }
        if (!event.get().notifyTypes().contains(live.stored().bodyType())) {
            departing.deactivated(step, live);
            return;
        }
        Access before = live.access();
        Access access = access(step, event.get(), live.stored().watcher());
        live.access(access);
        if (live.stored().expiredAt(step.now)) {
            departing.expired(step, live);
            return;
        }
        switch (access.handling()) {
            case BLOCK -> {
                departing.rejected(step, live);
                return;
            }
            case CONFIRM -> {
                move(step, live, StatusEvent.CONFIRM_AGAIN);
                if (!live.pendingUntil().isAfter(step.now)) {
                    departing.gaveUp(step, live);
                    return;
                }
            }
            case POLITE_BLOCK, ALLOW -> move(step, live, StatusEvent.APPROVED);
        }
        step.state.subscriptions.schedule(live);
        if (!access.sameFor(before)) {
            notifying.tellIfChanged(step, live);
        }
    }

    /** Decides about somebody who has no subscription any more and waits. */
    void decide(Step step, WaitingWatcher watcher) {
        packages.find(watcher.event())
                .ifPresentOrElse(
                        event -> waiting.decided(step, watcher, access(step, event, watcher.watcher())),
                        () -> waiting.noResource(step, watcher));
    }

    /** Decides what the last NOTIFY of a subscription that has ended may show: also that must not be more than is allowed now. */
    void decideLastWord(Step step, LiveSubscription ended) {
        packages.find(ended.key().event())
                .ifPresent(
                        event -> ended.access(access(step, event, ended.stored().watcher())));
    }

    /** From now on the subscription waits for a decision, if it does, and not for ever. */
    void waits(LiveSubscription live, Instant since) {
        boolean bounded = live.stored().status() == WatcherStatus.PENDING && !giveUpAfter.isZero();
        live.pendingUntil(bounded ? since.plus(giveUpAfter) : Instant.MAX);
    }

    private void move(Step step, LiveSubscription live, StatusEvent event) {
        Subscription stored = live.stored();
        if (stored.status().on(event) != stored.status()) {
            Subscription moved = stored.on(event);
            step.state.subscriptions.update(live, moved);
            waits(live, step.now);
            step.persist(new Change.PutSubscription(step.state.owner, moved));
            step.watcherChanged(moved.entry());
        }
    }

    /** Until when the presentity watches this watcher, over all the URIs that he is known by. */
    private static Optional<Instant> watchedUntil(Step step, Watcher watcher) {
        Optional<Instant> latest = Optional.empty();
        for (Aor home : watcher.homes()) {
            Optional<Instant> until = step.state.watched.until(home, step.now);
            if (until.isPresent() && (latest.isEmpty() || until.get().isAfter(latest.get()))) {
                latest = until;
            }
        }
        return latest;
    }
}
