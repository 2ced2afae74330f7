package presentry.agent.shard;

import java.time.Duration;
import java.util.concurrent.Executor;
import presentry.agent.presentity.PresentityMachine;
import presentry.agent.store.SoftStateStore;
import presentry.policy.cache.CompiledPolicies;

/**
 * What every mailbox works with.
 *
 * @param machine makes the steps
 * @param policies compiled rules
 * @param store the disk
 * @param outbox what leaves for watchers
 * @param timers wake-ups
 * @param clock the time
 * @param executor the threads that run mailboxes
 * @param readers threads that may block on reading
 * @param inFlight counts what is under way
 * @param capacity how many requests from outside may wait in one mailbox
 * @param retryAfter pause before something internal that failed is tried again
 */
public record MailboxParts(
        PresentityMachine machine,
        CompiledPolicies policies,
        SoftStateStore store,
        Outbox outbox,
        Timers timers,
        ServerClock clock,
        Executor executor,
        Executor readers,
        InFlight inFlight,
        int capacity,
        Duration retryAfter) {}
