package presentry.agent.presentity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Rates;
import presentry.agent.model.ReachedBy;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.Watcher;
import presentry.policy.model.Usage;
import presentry.uri.Aor;

/** All that can be told to a presentity. */
public sealed interface Command {
    /** Which rules must be at hand, compiled and not older than the last commit, before the machine takes this. */
    default Usage needs() {
        return Usage.PRES_RULES;
    }

    /** A command from outside: somebody waits for its answer, and it can be refused when there are too many. */
    sealed interface Request extends Command {
        Requester requester();
    }

    /**
     * A SUBSCRIBE outside of a dialog (RFC 6665, section 4.2.1).
     *
     * @param key the name that the subscription will have; its local tag is fresh
     * @param winfoId a fresh random name for watcher information
     * @param entity the Request-URI as it was spelled
     * @param eventSpelling the package name as it was spelled
     * @param bodyType agreed on by Accept
     * @param terms what else it asks for; a duration of zero asks for the state once
     */
    record Subscribe(
            Requester requester,
            SubscriptionKey key,
            String winfoId,
            Watcher watcher,
            DialogAddress dialog,
            String entity,
            String eventSpelling,
            String bodyType,
            SubscribeTerms terms,
            long cSeq)
            implements Request {}

    /**
     * A SUBSCRIBE inside a dialog: a refresh, or with zero the end (RFC 6665, section 4.2.1.4), or the beginning of another
     * subscription in it (section 4.5.2).
     *
     * @param watcher who sent this one; must be who began the dialog
     * @param further what another subscription needs, should it be the beginning of one
     * @param remoteTarget its Contact
     */
    record Resubscribe(
            Requester requester,
            SubscriptionKey key,
            Watcher watcher,
            Further further,
            String remoteTarget,
            ReachedBy reachedBy,
            SubscribeTerms terms,
            long cSeq)
            implements Request {}

    /**
     * What a subscription is made of that begins in a dialog of others.
     *
     * @param winfoId a fresh random name for watcher information
     * @param eventSpelling the package name as it was spelled
     * @param bodyType agreed on by Accept; empty if nothing is acceptable to both
     */
    record Further(String winfoId, String eventSpelling, Optional<String> bodyType) {}

    /**
     * A PUBLISH (RFC 3903, section 6).
     *
     * @param publisher who sent it
     * @param ifMatch the SIP-If-Match value as it came; absent for an initial publication
     * @param expires what was asked for, if anything; zero removes
     * @param body absent for a refresh or a removal
     * @param fresh the tag to use if something is stored
     * @param origin names the request, the same each time it is sent
     */
    record Publish(
            Requester requester,
            Watcher publisher,
            EventName event,
            Optional<String> ifMatch,
            Optional<Duration> expires,
            Optional<PublishedBody> body,
            EntityTag fresh,
            String origin)
            implements Request {}

    /** The question whether a MESSAGE may reach this user. */
    record Message(Requester requester, Watcher sender) implements Request {
        @Override
        public Usage needs() {
            return Usage.IM_RULES;
        }
    }

    /**
     * The rules were changed: the machine sees from the compiled policy that it is another one, so this only makes sure
     * that it looks.
     *
     * @param seen told when all subscriptions were decided anew
     */
    record RulesChanged(Runnable seen) implements Command {}

    /** The wall clock was set: the machine sees that from the moment it is given, so this only makes sure that it looks. */
    record WallClockSet() implements Command {}

    /** Somebody is no user any more: this one, or one who may watch this one. */
    record AccountRemoved(Aor user) implements Command {}

    /**
     * This user watches somebody: the fact that the mutual rule needs. Carries state, never a change, so a repeated
     * message does no harm.
     *
     * @param watched whom
     * @param until first instant at which that is over; in the past when it is over now
     * @param sequence rises with each message from {@code watched}; a lower one is old news
     */
    record Watching(Aor watched, Instant until, long sequence) implements Command {}

    /**
     * A NOTIFY came to its end.
     *
     * @param cSeq which one; another one than that under way is ignored
     * @param wanted the rates that the answer asked for, if it did (RFC 6446, section 9.3)
     */
    record NotifyEnded(SubscriptionKey key, long cSeq, NotifyEnd end, Optional<Rates> wanted) implements Command {
        /** One whose answer asks for nothing. */
        public NotifyEnded(SubscriptionKey key, long cSeq, NotifyEnd end) {
            this(key, cSeq, end, Optional.empty());
        }
    }

    /** The time for which the machine asked has come. A generation other than the newest is a late one and ignored. */
    record WakeUp(long generation) implements Command {}

    /**
     * The state was loaded: decide all of it, and tell watchers what they may not know.
     *
     * @param untold users whose mailboxes were not told whether they watch, though they should have been
     */
    record Resume(Set<Aor> untold) implements Command {}

    /**
     * A published document, decoded.
     *
     * @param contentType lower case, without parameters
     */
    record PublishedBody(String contentType, String text) {}

    /** How a NOTIFY ended, as far as it matters to the subscription. */
    enum NotifyEnd {
        DELIVERED,
        /** The answer says that nobody is there to be notified (RFC 6665, section 4.2.2; RFC 5057, section 5.1). */
        SUBSCRIPTION_GONE,
        /** Some other refusal: this NOTIFY is lost, the subscription lives. */
        REFUSED,
        /** No answer in time, or no way to the watcher. */
        TIMED_OUT
    }
}
