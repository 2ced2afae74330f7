package presentry.launch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import presentry.sip.transport.SipTimer;

/** Lets time pass for SIP as it passes in the world. */
public final class ScheduledSipTimer implements SipTimer {
    private final ScheduledExecutorService executor;

    /** @param executor runs the tasks, which are short; who made it closes it */
    public ScheduledSipTimer(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    @Override
    public Handle after(Duration delay, Runnable task) {
        Future<?> scheduled = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }
}
