package presentry.sip.transport;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Real time, on a wheel: most timers of transactions are cancelled long before their time, and here that and the setting cost
 * the same however many there are. A task runs up to a tick late, which is small against the half second of T1.
 */
public final class WheelTimer implements SipTimer, AutoCloseable {
    private static final int TICK_MILLIS = 10;
    /** A turn of the wheel takes as long as most timers last (32 s). */
    private static final int TICKS = 4096;

    private final HashedWheelTimer wheel = new HashedWheelTimer(
            new DefaultThreadFactory("sip-timer", true), TICK_MILLIS, TimeUnit.MILLISECONDS, TICKS);

    @Override
    public Handle after(Duration delay, Runnable task) {
        Timeout timeout = wheel.newTimeout(due -> task.run(), delay.toNanos(), TimeUnit.NANOSECONDS);
        return timeout::cancel;
    }

    /** No task runs any more. */
    @Override
    public void close() {
        wheel.stop();
    }
}
