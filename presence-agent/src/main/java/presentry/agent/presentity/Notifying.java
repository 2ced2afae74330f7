package presentry.agent.presentity;

import java.time.Duration;
import java.util.Optional;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.event.View;
import presentry.agent.model.Body;
import presentry.agent.model.EventName;
import presentry.agent.model.Subscription;
import presentry.agent.model.WatcherStatus;
import presentry.agent.subscription.Access;
import presentry.agent.subscription.LiveSubscription;
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
    void stateChanged(Step step, EventName event) {
        step.state.views.remove(event);
        for (LiveSubscription live : step.state.subscriptions.of(event)) {
            tellIfChanged(step, live);
        }
    }

    /** Tells the presentity of each package whose watchers changed in this step (RFC 3857, section 4.7.2). */
    void tellOwnersOfWatchers(Step step) {
        for (EventName watched : step.watchersChanged()) {
            packages.winfoOf(watched).ifPresent(winfo -> {
                step.state.views.remove(winfo.name());
                step.state.subscriptions.of(winfo.name()).forEach(live -> tell(step, live));
            });
        }
    }

    /** Sends what the watcher may see now, unless that is what was sent last. */
    void tellIfChanged(Step step, LiveSubscription live) {
        if (live.live() && live.lastFingerprint() != fingerprintNow(step, live)) {
            tell(step, live);
        }
    }

    /** Sends what the watcher may see now; if a NOTIFY is under way, after that one has ended. */
    void tell(Step step, LiveSubscription live) {
        if (live.live() && live.beginNotify()) {
            Optional<Body> body = body(step, live);
            live.lastFingerprint(body.map(Body::fingerprint).orElse(LiveSubscription.NO_BODY));
            send(step, live, body);
        }
    }

    /**
     * Sends the last NOTIFY of a subscription that has ended. What the watcher could see goes along, since some fetch by
     * ending (RFC 6665, section 4.4.1).
     *
     * @return false if one is under way: this must be called again when that one has ended
     */
    boolean tellEnd(Step step, LiveSubscription live, boolean withState) {
        if (!live.beginNotify()) {
            return false;
        }
        send(step, live, withState ? body(step, live) : Optional.empty());
        return true;
    }

    private void send(Step step, LiveSubscription live, Optional<Body> body) {
        Subscription stored = live.stored();
        long cSeq = live.dialog().nextLocal();
        if (live.live() && (cSeq > stored.reservedCSeq() || live.versionsTaken() > stored.reservedVersion())) {
            Subscription reserved = stored.reserving(cSeq + BLOCK, live.versionsTaken() + BLOCK);
            step.state.subscriptions.update(live, reserved);
            step.persist(new Change.PutSubscription(step.state.owner, reserved));
        }
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

    private long fingerprintNow(Step step, LiveSubscription live) {
        boolean toldOfContent = live.lastFingerprint() != LiveSubscription.UNKNOWN
                && live.lastFingerprint() != LiveSubscription.NO_BODY;
        if (toldOfContent && packageOf(live).versioned() && seesSomething(live.access())) {
            return live
                    .lastFingerprint(); // each document of it differs by its version; changes are told where they arise
        }
        return body(step, live).map(Body::fingerprint).orElse(LiveSubscription.NO_BODY);
    }

    /** RFC 5025, section 3.2.1: confirm shows nothing, polite-block what allow would show of a user without state. */
    private Optional<Body> body(Step step, LiveSubscription live) {
        Access access = live.access();
        if (!seesSomething(access)) {
            return Optional.empty();
        }
        EventPackage event = packageOf(live);
        View view = new View(
                step.state.owner,
                live.stored().entity(),
                live.stored().watcher(),
                access.permissions(),
                event.versioned() ? live.takeVersion() : 0);
        if (access.handling() == SubHandling.POLITE_BLOCK) {
            return Optional.of(event.neutral(view));
        }
        Views views = step.state.views.computeIfAbsent(event.name(), unused -> new Views(event, event.compose(step)));
        return Optional.of(views.nothingToShow() ? event.neutral(view) : views.of(view));
    }

    private static boolean seesSomething(Access access) {
        return switch (access.handling()) {
            case BLOCK, CONFIRM -> false;
            case POLITE_BLOCK, ALLOW -> true;
        };
    }

    private EventPackage packageOf(LiveSubscription live) {
        return packages.find(live.key().event()).orElseThrow();
    }
}
