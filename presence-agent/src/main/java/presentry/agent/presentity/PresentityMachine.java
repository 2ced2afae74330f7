package presentry.agent.presentity;

import java.time.Instant;
import java.util.List;
import presentry.agent.authorize.MessageAuthorizer;
import presentry.agent.authorize.WatcherAuthorizer;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.event.SphereSource;
import presentry.agent.model.Moment;
import presentry.agent.subscription.LiveSubscription;
import presentry.policy.compile.CompiledPolicy;
import presentry.uri.Aor;

/**
 * The machine of a presentity: (state, command) to (state, effects). It never blocks and never asks; what it lacks it
 * requests as an effect, and the answer is another command.
 */
public final class PresentityMachine {
    private final MessageAuthorizer messages;
    private final SphereSource spheres;
    private final int maxComposedBytes;
    private final Notifying notifying;
    private final Waiting waiting;
    private final Acknowledging acknowledging;
    private final Mirroring mirroring;
    private final Departing departing;
    private final Deciding deciding;
    private final Subscribing subscribing;
    private final Delivering delivering;
    private final Publishing publishing;

    public PresentityMachine(
            EventPackages packages,
            WatcherAuthorizer watchers,
            MessageAuthorizer messages,
            SphereSource spheres,
            PresentityLimits limits,
            PresentityOptions options) {
        this.messages = messages;
        this.spheres = spheres;
        this.maxComposedBytes = limits.maxComposedBytes();
        this.notifying = new Notifying(packages);
        this.mirroring = new Mirroring(limits.mutualLinger());
        this.waiting = new Waiting(packages, limits.waiting());
        this.acknowledging = new Acknowledging(waiting);
        this.departing = new Departing(notifying, mirroring, waiting);
        this.deciding = new Deciding(packages, watchers, notifying, departing, waiting, options.giveUpAfter());
        this.subscribing =
                new Subscribing(packages, deciding, notifying, departing, mirroring, waiting, limits, options);
        this.delivering = new Delivering(deciding, notifying, departing, options);
        this.publishing = new Publishing(packages, deciding, notifying, limits, options);
    }

    /**
     * One step: changes {@code state}, which this machine owns, and says what the outside must do about it, in this order.
     *
     * @param policy compiled from the rules that {@link Command#needs()} names, not older than the last commit
     */
    public List<Effect> on(PresentityState state, Command command, CompiledPolicy policy, Moment moment) {
        Step step = new Step(state, policy, spheres, maxComposedBytes, moment);
        if (command instanceof Command.Message message) {
            step.reply(
                    message.requester(),
                    switch (messages.decide(state.owner, message.sender(), policy, moment.wall(), step::sphere)) {
                        case ALLOW -> new Answer.MayPass();
                        case BLOCK -> new Answer.Refused(Answer.Reason.FORBIDDEN);
                    });
            return step.effects();
        }
        // A timer may be late: nothing below may rest on what is over.
        List<EventPackage> expired = publishing.expire(step);
        // A rule may have changed since the last step, or the wall clock been set: nothing below may rest on what was
        // before.
        deciding.bringUpToDate(step);
        state.subscriptions.due(step.now).forEach(live -> {
            deciding.decide(step, live);
            notifying.timePassed(step, live);
        });
        state.waiting.due(step.now).forEach(one -> deciding.decide(step, one));
        if (!expired.isEmpty()) {
            deciding.publishedChanged(step);
        }
        expired.forEach(event -> notifying.stateChanged(step, event));
        switch (command) {
            case Command.Subscribe subscribe -> subscribing.begin(step, subscribe);
            case Command.Resubscribe resubscribe -> subscribing.goOn(step, resubscribe);
            case Command.Publish publish -> publishing.on(step, publish);
            case Command.AccountRemoved removed -> removed(step, removed.user());
            case Command.RulesChanged changed -> step.emit(new Effect.Done(changed.seen()));
            case Command.WallClockSet felt -> {} // above
            case Command.Watching watching -> watching(step, watching);
            case Command.NotifyEnded ended -> {
                acknowledging.notifyEnded(step, ended);
                delivering.ended(step, ended);
            }
            case Command.WakeUp wakeUp -> state.wokenBy(wakeUp.generation());
            case Command.Resume resume -> resume(step, resume);
            case Command.Message answeredAbove -> throw new AssertionError(answeredAbove);
        }
        notifying.tellOwnersOfWatchers(step);
        state.settleViews();
        state.wakeUp().ifPresent(step::emit);
        return step.effects();
    }

    private void watching(Step step, Command.Watching watching) {
        if (step.state.watched.take(watching, step.now)) {
            step.state.subscriptions.ofWatcher(watching.watched()).forEach(live -> deciding.decide(step, live));
            step.state.waiting.ofWatcher(watching.watched()).forEach(one -> deciding.decide(step, one));
        }
    }

    /** Somebody is no user any more: nobody can watch him (RFC 6665, section 4.1.3), and he can watch nobody. */
    private void removed(Step step, Aor user) {
        if (!user.equals(step.state.owner)) {
            step.state.subscriptions.ofWatcher(user).stream()
                    .filter(LiveSubscription::live)
                    .forEach(live -> departing.rejected(step, live));
            step.state.waiting.ofWatcher(user).forEach(one -> waiting.noResource(step, one));
            return;
        }
        step.state.subscriptions.all().stream()
                .filter(LiveSubscription::live)
                .forEach(live -> departing.noResource(step, live));
        step.state.waiting.all().forEach(one -> waiting.noResource(step, one));
        publishing.withdrawAll(step);
        step.state.watched.clear();
    }

    /** All was decided above; after a crash nobody knows what watchers were told last, so they are told again. */
    private void resume(Step step, Command.Resume resume) {
        for (LiveSubscription live : step.state.subscriptions.all()) {
            deciding.waits(live, live.stored().since());
            if (live.pendingUntil().isBefore(Instant.MAX)) {
                deciding.decide(step, live);
            }
            notifying.tellIfChanged(step, live);
        }
        resume.untold().forEach(user -> mirroring.tellAgain(step, user));
    }
}
