package presentry.agent.presentity;

import java.time.Duration;
import java.util.Optional;
import presentry.agent.model.NotifyTerms;
import presentry.agent.model.Rates;
import presentry.agent.model.Subscription;
import presentry.agent.subscription.LiveSubscription;

/** What the end of a NOTIFY means to its subscription (RFC 6665, section 4.2.2). */
final class Delivering {
    private final Deciding deciding;
    private final Notifying notifying;
    private final Departing departing;
    private final PresentityOptions options;

    Delivering(Deciding deciding, Notifying notifying, Departing departing, PresentityOptions options) {
        this.deciding = deciding;
        this.notifying = notifying;
        this.departing = departing;
        this.options = options;
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
                ended.wanted().filter(rates -> live.live()).ifPresent(rates -> agree(step, live, rates));
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
                if (live.timedOut() < options.patience().timeouts()) {
                    goOnTelling(step, live, owed);
                } else if (live.live() && options.patience().farewell()) {
                    departing.onProbation(step, live);
                } else {
                    departing.vanished(step, live);
                }
            }
        }
    }

    /** RFC 6446, section 9.3: the answer to a NOTIFY asked for these rates, which stand for all that were agreed before. */
    private void agree(Step step, LiveSubscription live, Rates wanted) {
        Subscription stored = live.stored();
        NotifyTerms asked = new NotifyTerms(wanted, stored.terms().quenched());
        NotifyTerms granted =
                options.granted(live.key().event(), asked, Duration.between(step.now, stored.expiresAt()));
        if (!granted.equals(stored.terms())) {
            step.state.subscriptions.update(live, stored.with(granted));
            live.pace().ifPresent(pace -> pace.sent(step.now));
            step.persist(new Change.PutSubscription(step.state.owner, live.stored()));
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
