package presentry.agent.presentity;

import java.util.Optional;
import presentry.agent.subscription.LiveSubscription;

/** What the end of a NOTIFY means to its subscription (RFC 6665, section 4.2.2). */
final class Delivering {
    private final Deciding deciding;
    private final Notifying notifying;
    private final Departing departing;
    private final Patience patience;

    Delivering(Deciding deciding, Notifying notifying, Departing departing, Patience patience) {
        this.deciding = deciding;
        this.notifying = notifying;
        this.departing = departing;
        this.patience = patience;
    }

    /** A NOTIFY was answered, or was not. */
    void ended(Step step, Command.NotifyEnded ended) {
        Optional<LiveSubscription> found =
                step.state.subscriptions.find(ended.key()).filter(live -> live.outstandingCSeq() == ended.cSeq());
        if (found.isEmpty()) {
            return;
        }
        LiveSubscription live = found.get();
        LiveSubscription.Owed owed = live.notifyEnded();
        switch (ended.end()) {
            case DELIVERED -> {
                live.answered();
                goOnTelling(step, live, owed);
            }
            case REFUSED -> {
                live.answered();
                live.knowsNothing();
                goOnTelling(step, live, owed);
            }
            case SUBSCRIPTION_GONE -> departing.vanished(step, live);
            case TIMED_OUT -> {
                live.knowsNothing();
                if (live.timedOut() < patience.timeouts()) {
                    goOnTelling(step, live, owed);
                } else if (live.live() && patience.farewell()) {
                    departing.onProbation(step, live);
                } else {
                    departing.vanished(step, live);
                }
            }
        }
    }

    /** One NOTIFY has ended, and the subscription has not ended with it: the next one may leave. */
    private void goOnTelling(Step step, LiveSubscription live, LiveSubscription.Owed owed) {
        if (!live.live()) {
            deciding.decideLastWord(step, live);
            departing.tellEnd(step, live);
        } else {
            switch (owed) {
                case NOTHING -> {}
                case WHAT_CHANGED -> notifying.tellIfChanged(step, live);
                case STATE -> notifying.tell(step, live);
            }
            step.state.subscriptions.schedule(live);
        }
    }
}
