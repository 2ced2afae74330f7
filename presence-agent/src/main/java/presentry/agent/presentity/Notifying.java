package presentry.agent.presentity;

import java.time.Duration;
import java.util.Optional;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.event.EventState;
import presentry.agent.event.View;
import presentry.agent.model.Body;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Subscription;
import presentry.agent.model.WatcherStatus;
import presentry.agent.subscription.LiveSubscription;
import presentry.agent.subscription.LiveSubscription.Owed;
import presentry.agent.subscription.Pace;
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
        } else if (!live.statusIsTold()) { // never held back: RFC 6446, section 5.2
            send(step, live, live.stored().terms().quenched() ? known(step, live) : shown(step, live));
        } else if (!live.stored().terms().quenched()) {
            tellState(step, live);
        }
    }

    private void tellState(Step step, LiveSubscription live) {
        if (live.pace().filter(pace -> !pace.allows(step.now)).isPresent()) {
            live.pace().ifPresent(Pace::holdBack);
            step.state.subscriptions.schedule(live);
        } else if (!isToldEachChange(live)) {
            Shown shown = shown(step, live);
            if (shown.fingerprint() != live.lastFingerprint()) {
                send(step, live, shown);
            }
        } else if (live.owesWatchers()) {
            send(step, live, numbered(step, live, extentOfChange(live)));
        }
    }

    /** What was held back for the agreed rates may have come to its time, or a repetition (RFC 6446). */
    void timePassed(Step step, LiveSubscription live) {
        if (!live.live() || live.notifyOutstanding() || live.pace().isEmpty()) {
            return;
        }
        Pace pace = live.pace().get();
        if (pace.release(step.now)) {
            tellIfChanged(step, live);
        }
        if (pace.mustRepeat(step.now) && !live.notifyOutstanding()) {
            send(step, live, shown(step, live));
        }
        step.state.subscriptions.schedule(live);
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
        send(step, live, shown(step, live));
    }

    /** Sends what the watcher may see now to somebody who has it already (RFC 5839, section 6.2). */
    void tellKnown(Step step, LiveSubscription live) {
        send(step, live, known(step, live));
    }

    /** The watcher has what he may see now, and need not be told (RFC 5839, section 6.3). */
    void suppress(Step step, LiveSubscription live) {
        if (!live.notifyOutstanding() && !live.stored().terms().quenched()) {
            live.knows(known(step, live).fingerprint());
            live.takeOwedWatchers();
        }
    }

    /** Names what the watcher may see now (RFC 5839, section 6.1). */
    EntityTag tag(Step step, LiveSubscription live) {
        return known(step, live).tag();
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
        send(step, live, withState ? shown(step, live) : Shown.NOTHING);
        return true;
    }

    /** Numbered documents all differ, so comparing them says nothing: their changes are told where they arise. */
    private boolean isToldEachChange(LiveSubscription live) {
        boolean sawContent = live.lastFingerprint() != LiveSubscription.UNKNOWN
                && live.lastFingerprint() != LiveSubscription.NO_BODY;
        return sawContent && seesSomething(live) && packageOf(live).versioned();
    }

    private void send(Step step, LiveSubscription live, Shown shown) {
        long cSeq = live.dialog().nextLocal();
        live.notifyBegan(cSeq, step.now);
        live.lastFingerprint(shown.fingerprint());
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
                shown.tag(),
                stored.terms().rates(),
                shown.body())));
    }

    /**
     * A restarted server must go on above all numbers that were sent in a dialog. For one that has ended another one of its dialog
     * remembers them, and if that was the last one nobody has to.
     */
    private static void reserve(Step step, LiveSubscription sender, long cSeq) {
        Optional<LiveSubscription> keeper = sender.live()
                ? Optional.of(sender)
                : sender.dialog().living().stream().findFirst();
        keeper.ifPresent(live -> keep(step, live, cSeq));
    }

    /** Makes sure that no number up to this one is used again while this subscription lives. */
    static void keep(Step step, LiveSubscription live, long cSeq) {
        Subscription stored = live.stored();
        if (cSeq > stored.reservedCSeq() || live.versionsTaken() > stored.reservedVersion()) {
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
    private Shown shown(Step step, LiveSubscription live) {
        if (!seesSomething(live)) {
            return Shown.NOTHING;
        }
        EventPackage event = packageOf(live);
        if (event.versioned()) {
            return numbered(step, live, View.Extent.FULL);
        }
        View view = view(step, live, 0, View.Extent.FULL);
        return Shown.of(
                live.access().handling() == SubHandling.POLITE_BLOCK
                        ? event.neutral(view)
                        : step.views(event).of(view, step));
    }

    /** The same without the document, and so without a number for it. */
    private Shown known(Step step, LiveSubscription live) {
        return seesSomething(live) && packageOf(live).versioned()
                ? Shown.of(unnumbered(step, live)).withoutBody()
                : shown(step, live).withoutBody();
    }

    /** RFC 5839, section 6.4: what the tag is made of says all there is, also where the document tells of changes alone. */
    private Body unnumbered(Step step, LiveSubscription live) {
        EventPackage event = packageOf(live);
        View view = view(step, live, 0, View.Extent.FULL);
        return live.access().handling() == SubHandling.POLITE_BLOCK
                ? event.neutral(view)
                : event.tagged(event.compose(event.read(step), view.permissions()), view);
    }

    private Shown numbered(Step step, LiveSubscription live, View.Extent extent) {
        EventPackage event = packageOf(live);
        View view = view(step, live, live.takeVersion(), extent);
        EventState told = new WatcherNews(step, extent, live.takeOwedWatchers());
        if (live.access().handling() == SubHandling.POLITE_BLOCK) {
            return Shown.of(event.neutral(view), unnumbered(step, live).tag());
        }
        event.name().watchedByWinfo().ifPresent(watched -> Acknowledging.telling(step, live, told.watchers(watched)));
        return Shown.of(
                event.view(event.compose(event.read(told), view.permissions()), view),
                unnumbered(step, live).tag());
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
