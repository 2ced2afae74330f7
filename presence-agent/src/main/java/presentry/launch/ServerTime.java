package presentry.launch;

import java.time.Clock;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import presentry.agent.shard.ScheduledTimers;
import presentry.agent.shard.Timers;
import presentry.sip.transport.SipTimer;
import presentry.sip.transport.WheelTimer;

/**
 * Everything by which a server notices that time passes. A test gives one that it moves by hand.
 *
 * @param wall what people and documents mean by the time; somebody may set it
 * @param steady only ever passes: by it things live and end
 * @param timers wake-ups of presentities
 * @param sipTimer retransmissions and ends of transactions
 * @param close ends what makes time pass
 */
public record ServerTime(Clock wall, InstantSource steady, Timers timers, SipTimer sipTimer, Runnable close) {

    /** The time of this machine. */
    public static ServerTime ofTheMachine() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("timer").daemon().factory());
        executor.setRemoveOnCancelPolicy(true);
        Clock wall = Clock.systemUTC();
        InstantSource steady = new SteadyClock(wall, System::nanoTime);
        WheelTimer sipTimer = new WheelTimer();
        return new ServerTime(wall, steady, new ScheduledTimers(steady, executor), sipTimer, () -> {
            executor.shutdownNow();
            sipTimer.close();
        });
    }
}
