package presentry.agent.presentity;

import java.time.Duration;
import java.util.Optional;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.event.EventState;
import presentry.agent.event.View;
import presentry.agent.model.Body;
import presentry.agent.model.EventName;
import presentry.agent.model.Subscription;
import presentry.agent.model.WatcherStatus;
import presentry.agent.subscription.LiveSubscription;
import presentry.agent.subscription.LiveSubscription.Owed;
import presentry.policy.model.SubHandling;

/** Makes NOTIFYs (RFC 6665, section 4.2.2): what is in them, and that there are never two of one subscription under way. */
final class Notifying {
    /** How many numbers one write reserves; a crash leaves a gap of at most this many. */
    static final long BLOCK = 128;

    private final EventPackages packages;

    Notifying(EventPackages packages) {
        this.packages = packages;
    }

    /** The state of a package changed: those who see a difference are told. */
    void stateChanged(Step step, EventPackage event) {
        step.forgetViews(event);
        step.state.subscriptions.of(event.name()).forEach(live -> tellIfChanged(step, live));
    }

    /** Tells the presentity of each package whose watchers changed in this step who they are (RFC 3857, section 4.7.2). */
    void tellOwnersOfWatchers(Step step) {
        for (EventName watched : step.watchersChanged()) {
            packages.winfoOf(watched)
                    .ifPresent(
                            winfo -> step.state.subscriptions.of(winfo.name()).forEach(live -> {
                                live.oweWatchers(step.changedWatchers(watched));
                                tellIfChanged(step, live);
                            }));
        }
    }

    /** Sends what the watcher may see now, unless that is what was sent last. */
    void tellIfChanged(Step step, LiveSubscription live) {
        if (!live.live()) {
            return;
        }
        if (live.notifyOutstanding()) {
            live.owe(Owed.WHAT_CHANGED);
            return;
        }
        if (isToldEachChange(live)) {
            if (live.owesWatchers()) {
                send(step, live, Optional.of(numbered(step, live, extentOfChange(live))));
            }
            return;
        }
        Optional<Body> body = body(step, live);
        if (fingerprint(body) != live.lastFingerprint()) {
            send(step, live, body);
        }
    }

    /** Sends what the watcher may see now; if a NOTIFY is under way, after that one has ended. */
    void tell(Step step, LiveSubscription live) {
        if (!live.live()) {
            return;
        }
        if (live.notifyOutstanding()) {
            live.owe(Owed.STATE);
            return;
        }
        send(step, live, body(step, live));
    }

    /**
     * Sends the last NOTIFY of a subscription that has ended. What the watcher could see goes along, since some fetch by
     * ending (RFC 6665, section 4.4.1).
     *
     * @return false if one is under way: this must be called again when that one has ended
     */
    boolean tellEnd(Step step, LiveSubscription live, boolean withState) {
        if (live.notifyOutstanding()) {
            return false;
        }
        send(step, live, withState ? body(step, live) : Optional.empty());
        return true;
    }

    /** Numbered documents all differ, so comparing them says nothing: their changes are told where they arise. */
    private boolean isToldEachChange(LiveSubscription live) {
        boolean sawContent = live.lastFingerprint() != LiveSubscription.UNKNOWN
                && live.lastFingerprint() != LiveSubscription.NO_BODY;
        return sawContent && seesSomething(live) && packageOf(live).versioned();
    }

    private void send(Step step, LiveSubscription live, Optional<Body> body) {
        long cSeq = live.dialog().nextLocal();
        live.notifyBegan(cSeq);
        live.lastFingerprint(fingerprint(body));
        reserve(step, live, cSeq);
        Subscription stored = live.stored();
        Duration left = live.live() ? Duration.between(step.now, stored.expiresAt()) : Duration.ZERO;
        step.emit(new Effect.Notify(new Notification(
                step.state.owner,
                stored.key(),
                stored.dialog(),
                stored.eventSpelling(),
                cSeq,
                live.live() ? stored.status() : WatcherStatus.TERMINATED,
                left,
                stored.lastEvent(),
                body)));
    }

    /** A restarted server must go on above all numbers that were sent; one that has ended sends none any more. */
    private static void reserve(Step step, LiveSubscription live, long cSeq) {
        Subscription stored = live.stored();
        if (live.live() && (cSeq > stored.reservedCSeq() || live.versionsTaken() > stored.reservedVersion())) {
            Subscription reserved = stored.reserving(cSeq + BLOCK, live.versionsTaken() + BLOCK);
            step.state.subscriptions.update(live, reserved);
            step.persist(new Change.PutSubscription(step.state.owner, reserved));
        }
    }

    /** Changes alone mean something only to a watcher who got the document with the number before (RFC 3858, section 4). */
    private static View.Extent extentOfChange(LiveSubscription live) {
        return live.inSequence() ? View.Extent.CHANGES : View.Extent.FULL;
    }

    /** RFC 5025, section 3.2.1: confirm shows nothing, polite-block what allow would show of a user without state. */
    private Optional<Body> body(Step step, LiveSubscription live) {
        if (!seesSomething(live)) {
            return Optional.empty();
        }
        EventPackage event = packageOf(live);
        if (event.versioned()) {
            return Optional.of(numbered(step, live, View.Extent.FULL));
        }
        View view = view(step, live, 0, View.Extent.FULL);
        return Optional.of(
                live.access().handling() == SubHandling.POLITE_BLOCK
                        ? event.neutral(view)
                        : step.views(event).of(view, () -> event.compose(step)));
    }

    private Body numbered(Step step, LiveSubscription live, View.Extent extent) {
        EventPackage event = packageOf(live);
        View view = view(step, live, live.takeVersion(), extent);
        EventState told = new WatcherNews(step, extent, live.takeOwedWatchers());
        if (live.access().handling() == SubHandling.POLITE_BLOCK) {
            return event.neutral(view);
        }
        event.name().watchedByWinfo().ifPresent(watched -> Acknowledging.telling(step, live, told.watchers(watched)));
        return event.view(event.compose(told), view);
    }

    private static View view(Step step, LiveSubscription live, long version, View.Extent extent) {
        Subscription stored = live.stored();
        return new View(
                step.state.owner,
                stored.entity(),
                stored.watcher(),
                live.access().permissions(),
                stored.bodyType(),
                version,
                extent,
                step.now);
    }

    private static long fingerprint(Optional<Body> body) {
        return body.map(Body::fingerprint).orElse(LiveSubscription.NO_BODY);
    }

    private static boolean seesSomething(LiveSubscription live) {
        return switch (live.access().handling()) {
            case BLOCK, CONFIRM -> false;
            case POLITE_BLOCK, ALLOW -> true;
        };
    }

    private EventPackage packageOf(LiveSubscription live) {
        return packages.find(live.key().event()).orElseThrow();
    }
}
