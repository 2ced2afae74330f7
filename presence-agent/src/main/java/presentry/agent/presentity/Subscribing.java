package presentry.agent.presentity;

import java.time.Duration;
import java.util.Optional;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.event.Lifetimes;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.NotifyTerms;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.WatcherStatus;
import presentry.agent.subscription.Access;
import presentry.agent.subscription.LiveSubscription;
import presentry.agent.subscription.SubscriptionTable;
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
    private final PresentityOptions options;

    Subscribing(
            EventPackages packages,
            Deciding deciding,
            Notifying notifying,
            Departing departing,
            Mirroring mirroring,
            Waiting waiting,
            PresentityLimits limits,
            PresentityOptions options) {
        this.packages = packages;
        this.deciding = deciding;
        this.notifying = notifying;
        this.departing = departing;
        this.mirroring = mirroring;
        this.waiting = waiting;
        this.limits = limits;
        this.options = options;
    }

    void begin(Step step, Command.Subscribe asked) {
        EventPackage event = packages.find(asked.key().event()).orElseThrow();
        Lifetimes lifetimes = event.lifetimes();
        Duration wanted = asked.terms().expires().orElse(lifetimes.standard());
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
        deciding.waits(live, step.now);
        step.state.subscriptions.schedule(live);
        step.persist(new Change.PutSubscription(step.state.owner, live.stored()));
        followTarget(step, live);
        step.reply(asked.requester(), new Answer.Subscribed(asked.dialog(), granted, true));
        tellFirst(step, live, asked.terms());
        step.watcherChanged(live.stored().entry());
        mirroring.tell(step, live.key().event(), asked.watcher());
    }

    void goOn(Step step, Command.Resubscribe asked) {
        Optional<LiveSubscription> found =
                step.state.subscriptions.find(asked.key()).filter(LiveSubscription::live);
        if (found.isEmpty()) {
            join(step, asked);
        } else if (mayUse(step, found.get(), asked)) {
            refresh(step, found.get(), asked);
        }
    }

    /** RFC 6665, section 4.5.2: another subscription begins in a dialog that lives; with an unknown one ends nothing. */
    private void join(Step step, Command.Resubscribe asked) {
        SubscriptionTable table = step.state.subscriptions;
        Optional<LiveSubscription> sibling = table.living(asked.key().dialog());
        boolean ends = asked.terms().expires().filter(Duration::isZero).isPresent();
        if (sibling.isEmpty() || ends || table.find(asked.key()).isPresent()) {
            step.reply(asked.requester(), new Answer.Refused(Answer.Reason.NO_SUCH_SUBSCRIPTION));
            return;
        }
        LiveSubscription other = sibling.get();
        if (!mayUse(step, other, asked)) {
            return;
        }
        EventPackage event = packages.find(asked.key().event()).orElseThrow();
        if (asked.further().bodyType().isEmpty()) {
            step.reply(asked.requester(), new Answer.NothingAcceptable(event.notifyTypes()));
            return;
        }
        begin(
                step,
                new Command.Subscribe(
                        asked.requester(),
                        asked.key(),
                        asked.further().winfoId(),
                        asked.watcher(),
                        other.stored().dialog().refreshed(asked.remoteTarget(), asked.reachedBy()),
                        other.stored().entity(),
                        asked.further().eventSpelling(),
                        asked.further().bodyType().get(),
                        asked.terms(),
                        asked.cSeq()));
    }

    /** Whether a request may use the dialog that a subscription is in; if not, it is answered. */
    private static boolean mayUse(Step step, LiveSubscription live, Command.Resubscribe asked) {
        if (!live.stored().watcher().sameAs(asked.watcher())) {
            // Tags are no credentials: the dialog belongs to who began it.
            step.reply(asked.requester(), new Answer.Refused(Answer.Reason.FORBIDDEN));
            return false;
        }
        if (!asked.watcher().identity().authenticated()
                && !comesTheSameWay(live.stored().dialog(), asked)) {
            step.reply(asked.requester(), new Answer.Refused(Answer.Reason.NO_SUCH_SUBSCRIPTION));
            return false;
        }
        if (!live.dialog().accept(asked.cSeq())) {
            step.reply(asked.requester(), new Answer.Refused(Answer.Reason.OUT_OF_ORDER));
            return false;
        }
        return true;
    }

    /**
     * Those whom nobody identifies are not one person. All that tells one from another is where he is: his requests come from one
     * address, and the NOTIFYs go to one Contact. An honest one who has moved is told 481 and subscribes again.
     */
    private static boolean comesTheSameWay(DialogAddress dialog, Command.Resubscribe asked) {
        return dialog.reachedBy().equals(asked.reachedBy())
                && dialog.remoteTarget().equals(asked.remoteTarget());
    }

    private void refresh(Step step, LiveSubscription live, Command.Resubscribe asked) {
        EventPackage event = packages.find(asked.key().event()).orElseThrow();
        Lifetimes lifetimes = event.lifetimes();
        Duration wanted = asked.terms().expires().orElse(lifetimes.standard());
        if (lifetimes.tooBrief(wanted)) {
            step.reply(asked.requester(), new Answer.TooBrief(lifetimes.shortest()));
            return;
        }
        Duration granted = lifetimes.grant(wanted);
        DialogAddress dialog = live.stored().dialog().refreshed(asked.remoteTarget(), asked.reachedBy());
        NotifyTerms terms = granted(asked.key(), asked.terms(), granted);
        Subscription refreshed = live.stored().refreshed(dialog, terms, step.now.plus(granted), asked.cSeq());
        step.state.subscriptions.update(live, refreshed);
        boolean known = asked.terms().suppress(() -> notifying.tag(step, live));
        boolean silent = known && (granted.isZero() || live.statusIsTold());
        step.reply(asked.requester(), new Answer.Subscribed(dialog, granted, !silent));
        if (granted.isZero()) {
            followTarget(step, live);
            if (silent) {
                departing.unsubscribedKnowingAll(step, live);
            } else {
                departing.unsubscribed(step, live);
            }
            return;
        }
        step.persist(new Change.PutSubscription(step.state.owner, refreshed));
        followTarget(step, live);
        if (silent) {
            notifying.suppress(step, live);
        } else if (known && !live.notifyOutstanding()) {
            notifying.tellKnown(step, live);
        } else {
            notifying.tell(step, live); // RFC 6665, section 4.2.1.2: also a refresh is answered by a NOTIFY
        }
        step.state.subscriptions.schedule(live);
        mirroring.tell(step, live.key().event(), asked.watcher());
    }

    /** A new Contact and the CSeq count for the whole dialog (RFC 3261, section 12.2.2). */
    private static void followTarget(Step step, LiveSubscription newest) {
        Subscription stored = newest.stored();
        for (LiveSubscription other : newest.dialog().living()) {
            if (other != newest) {
                Subscription moved = other.stored().in(stored.dialog(), stored.remoteCSeq());
                step.state.subscriptions.update(other, moved);
                step.persist(new Change.PutSubscription(step.state.owner, moved));
            }
        }
    }

    /** RFC 6665, section 4.4.3: the state once, and no dialog is kept. */
    private void fetch(Step step, Command.Subscribe asked, Access access) {
        Subscription once = asSubscription(step, asked, access, Duration.ZERO).on(StatusEvent.TIMEOUT);
        LiveSubscription live = LiveSubscription.fetch(once);
        live.access(access);
        step.reply(asked.requester(), new Answer.Subscribed(asked.dialog(), Duration.ZERO, true));
        tellFirst(step, live, asked.terms());
        waiting.fetched(step, live);
    }

    /** RFC 5839, section 6.2: outside of a dialog a NOTIFY follows in any case, without what the watcher has already. */
    private void tellFirst(Step step, LiveSubscription live, SubscribeTerms terms) {
        if (terms.suppress(() -> notifying.tag(step, live))) {
            notifying.tellKnown(step, live);
        } else if (live.live()) {
            notifying.tell(step, live);
        } else {
            notifying.tellEnd(step, live, true);
        }
        if (live.live()) {
            step.state.subscriptions.schedule(live);
        }
    }

    private NotifyTerms granted(SubscriptionKey key, SubscribeTerms asked, Duration lifetime) {
        return options.granted(key.event(), NotifyTerms.of(asked.rates(), asked.quench()), lifetime);
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

    private Subscription asSubscription(Step step, Command.Subscribe asked, Access access, Duration granted) {
        return new Subscription(
                asked.key(),
                asked.winfoId(),
                asked.watcher(),
                asked.dialog(),
                asked.entity().intern(), // many subscriptions have these in common, and keep them
                asked.eventSpelling().intern(),
                asked.bodyType().intern(),
                granted(asked.key(), asked.terms(), granted),
                step.now,
                step.now.plus(granted),
                access.handling() == SubHandling.CONFIRM ? WatcherStatus.PENDING : WatcherStatus.ACTIVE,
                StatusEvent.SUBSCRIBE,
                asked.cSeq(),
                Notifying.BLOCK,
                Notifying.BLOCK);
    }
}
