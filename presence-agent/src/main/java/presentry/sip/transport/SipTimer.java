package presentry.sip.transport;

import java.time.Duration;

/** The stack's only way to let time pass. The program gives a real one; tests move it by hand. */
public interface SipTimer {
    /** Something that will run, unless it is cancelled before. */
    interface Handle {
        /** Makes it not run any more; has no effect if it already ran. Callable from any thread, more than once. */
        void cancel();
    }

    /**
     * Runs {@code task} once, after {@code delay}, on a thread of the timer; the task does not block and does not throw.
     * Callable from any thread.
     */
    Handle after(Duration delay, Runnable task);
}
