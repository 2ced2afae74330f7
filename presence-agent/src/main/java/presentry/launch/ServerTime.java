package presentry.launch;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import presentry.agent.shard.ScheduledTimers;
import presentry.agent.shard.Timers;
import presentry.sip.transport.SipTimer;

/**
 * Everything by which a server notices that time passes. A test gives one that it moves by hand.
 *
 * @param clock wall time
 * @param timers wake-ups of presentities
 * @param sipTimer retransmissions and ends of transactions
 * @param close ends what makes time pass
 */
public record ServerTime(Clock clock, Timers timers, SipTimer sipTimer, Runnable close) {

    /** The time of this machine. */
    public static ServerTime ofTheMachine() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("timer").daemon().factory());
        executor.setRemoveOnCancelPolicy(true);
        Clock clock = Clock.systemUTC();
        return new ServerTime(
                clock,
                new ScheduledTimers(clock, executor),
                (delay, task) -> sipTimer(executor, delay, task),
                executor::shutdownNow);
    }

    private static SipTimer.Handle sipTimer(ScheduledExecutorService executor, Duration delay, Runnable task) {
        ScheduledFuture<?> scheduled = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }
}
