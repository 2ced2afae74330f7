package presentry.agent.presentity;

import java.time.Duration;
import java.util.Optional;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.event.Lifetimes;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.Subscription;
import presentry.agent.model.WatcherStatus;
import presentry.agent.subscription.Access;
import presentry.agent.subscription.LiveSubscription;
import presentry.policy.model.SubHandling;
import presentry.uri.Aor;

/** SUBSCRIBE at the notifier (RFC 6665, section 4.2.1): beginning, refresh, fetch, end. */
final class Subscribing {
    private final EventPackages packages;
    private final Deciding deciding;
    private final Notifying notifying;
    private final Departing departing;
    private final Mirroring mirroring;
    private final Waiting waiting;
    private final PresentityLimits limits;

    Subscribing(
            EventPackages packages,
            Deciding deciding,
            Notifying notifying,
            Departing departing,
            Mirroring mirroring,
            Waiting waiting,
            PresentityLimits limits) {
        this.packages = packages;
        this.deciding = deciding;
        this.notifying = notifying;
        this.departing = departing;
        this.mirroring = mirroring;
        this.waiting = waiting;
        this.limits = limits;
    }

    void begin(Step step, Command.Subscribe asked) {
        EventPackage event = packages.find(asked.key().event()).orElseThrow();
        Lifetimes lifetimes = event.lifetimes();
        Duration wanted = asked.expires().orElse(lifetimes.standard());
        if (lifetimes.tooBrief(wanted)) {
            step.reply(asked.requester(), new Answer.TooBrief(lifetimes.shortest()));
            return;
        }
        Access access = deciding.access(step, event, asked.watcher());
        if (access.handling() == SubHandling.BLOCK) {
            step.reply(asked.requester(), new Answer.Refused(Answer.Reason.FORBIDDEN));
            return;
        }
        Duration granted = lifetimes.grant(wanted);
        if (granted.isZero()) {
            fetch(step, asked, access);
            return;
        }
        if (tooMany(step, asked)) {
            step.reply(asked.requester(), new Answer.Refused(Answer.Reason.TOO_MANY));
            return;
        }
        waiting.asksAgain(step, asked.key().event(), asked.watcher());
        LiveSubscription live = step.state.subscriptions.begin(asSubscription(step, asked, access, granted));
        live.access(access);
        deciding.setDeadline(step, live);
        step.persist(new Change.PutSubscription(step.state.owner, live.stored()));
        step.reply(asked.requester(), new Answer.Subscribed(asked.dialog(), granted));
        notifying.tell(step, live);
        step.watcherChanged(live.stored().entry());
        mirroring.tell(step, live.key().event(), asked.watcher());
    }

    void goOn(Step step, Command.Resubscribe asked) {
        Optional<LiveSubscription> found =
                step.state.subscriptions.find(asked.key()).filter(LiveSubscription::live);
        if (found.isEmpty()) {
            step.reply(asked.requester(), new Answer.Refused(Answer.Reason.NO_SUCH_SUBSCRIPTION));
            return;
        }
        LiveSubscription live = found.get();
        if (!live.stored().watcher().sameAs(asked.watcher())) {
            // Tags are no credentials: the dialog belongs to who began it.
            step.reply(asked.requester(), new Answer.Refused(Answer.Reason.FORBIDDEN));
            return;
        }
        if (!live.dialog().accept(asked.cSeq())) {
            step.reply(asked.requester(), new Answer.Refused(Answer.Reason.OUT_OF_ORDER));
            return;
        }
        EventPackage event = packages.find(asked.key().event()).orElseThrow();
        Lifetimes lifetimes = event.lifetimes();
        Duration wanted = asked.expires().orElse(lifetimes.standard());
        if (lifetimes.tooBrief(wanted)) {
            step.reply(asked.requester(), new Answer.TooBrief(lifetimes.shortest()));
            return;
        }
        Duration granted = lifetimes.grant(wanted);
        DialogAddress dialog = live.stored().dialog().refreshed(asked.remoteTarget(), asked.reachedBy());
        step.reply(asked.requester(), new Answer.Subscribed(dialog, granted));
        Subscription refreshed = live.stored().refreshed(dialog, step.now.plus(granted), asked.cSeq());
        step.state.subscriptions.update(live, refreshed);
        if (granted.isZero()) {
            departing.unsubscribed(step, live);
            return;
        }
        step.persist(new Change.PutSubscription(step.state.owner, refreshed));
        deciding.setDeadline(step, live);
        notifying.tell(step, live); // RFC 6665, section 4.2.1.2: also a refresh is answered by a NOTIFY
        mirroring.tell(step, live.key().event(), asked.watcher());
    }

    /** What happens when a NOTIFY was answered, or was not (RFC 6665, section 4.2.2). */
    void notifyEnded(Step step, Command.NotifyEnded ended) {
        Optional<LiveSubscription> found =
                step.state.subscriptions.find(ended.key()).filter(live -> live.outstandingCSeq() == ended.cSeq());
        if (found.isEmpty()) {
            return;
        }
        LiveSubscription live = found.get();
        LiveSubscription.Owed owed = live.notifyEnded();
        boolean gone =
                switch (ended.end()) {
                    case DELIVERED -> {
                        live.answered();
                        yield false;
                    }
                    case REFUSED -> {
                        live.answered();
                        live.lastFingerprint(LiveSubscription.UNKNOWN);
                        yield false;
                    }
                    case SUBSCRIPTION_GONE -> true;
                    case TIMED_OUT -> {
                        live.lastFingerprint(LiveSubscription.UNKNOWN);
                        yield live.timedOut() >= limits.timeoutsToDrop();
                    }
                };
        if (gone) {
            departing.vanished(step, live);
        } else if (!live.live()) {
            deciding.decideLastWord(step, live);
            departing.tellEnd(step, live);
        } else {
            switch (owed) {
                case NOTHING -> {}
                case WHAT_CHANGED -> notifying.tellIfChanged(step, live);
                case STATE -> notifying.tell(step, live);
            }
        }
    }

    /** RFC 6665, section 4.4.3: the state once, and no dialog is kept. */
    private void fetch(Step step, Command.Subscribe asked, Access access) {
        Subscription once = asSubscription(step, asked, access, Duration.ZERO).on(StatusEvent.TIMEOUT);
        LiveSubscription live = LiveSubscription.fetch(once);
        live.access(access);
        step.reply(asked.requester(), new Answer.Subscribed(asked.dialog(), Duration.ZERO));
        notifying.tellEnd(step, live, true);
        waiting.fetched(step, live);
    }

    private boolean tooMany(Step step, Command.Subscribe asked) {
        boolean full = step.state.subscriptions.size() >= limits.maxSubscriptions();
        if (full && !asked.watcher().is(step.state.owner)) { // watchers must not be able to shut the owner out
            return true;
        }
        for (Aor home : asked.watcher().homes()) {
            if (step.state.subscriptions.ofWatcher(home).size() >= limits.maxSubscriptionsPerWatcher()) {
                return true;
            }
        }
        return false;
    }

    private static Subscription asSubscription(Step step, Command.Subscribe asked, Access access, Duration granted) {
        return new Subscription(
                asked.key(),
                asked.winfoId(),
                asked.watcher(),
                asked.dialog(),
                asked.entity().intern(), // many subscriptions have these in common, and keep them
                asked.eventSpelling().intern(),
                asked.bodyType().intern(),
                step.now,
                step.now.plus(granted),
                access.handling() == SubHandling.CONFIRM ? WatcherStatus.PENDING : WatcherStatus.ACTIVE,
                StatusEvent.SUBSCRIBE,
                asked.cSeq(),
                Notifying.BLOCK,
                Notifying.BLOCK);
    }
}
