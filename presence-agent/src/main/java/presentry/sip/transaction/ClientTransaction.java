package presentry.sip.transaction;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import presentry.sip.message.SipResponse;
import presentry.sip.transport.SipTimer;

/**
 * A non-INVITE client transaction (RFC 3261, section 17.1.2): sends until a final response comes or the time is over. Its
 * lock is never held while others are called.
 */
final class ClientTransaction {
    /** The states of RFC 3261, figure 6. */
    private enum State {
        TRYING,
        PROCEEDING,
        COMPLETED,
        TERMINATED
    }

    /** Sends the request once more. */
    private final Runnable sending;

    /** How many Vias the request has: a response with more or fewer is not ours (RFC 3261, sections 8.1.3.3 and 16.7). */
    private final int vias;

    private final boolean reliable;
    private final SipTimer timer;
    private final Consumer<TransactionEnd> end;
    /** Takes this transaction out of the table. */
    private final Runnable forgetting;

    private State state = State.TRYING;
    private Duration interval = Times.T1;
    private Optional<SipTimer.Handle> timerE = Optional.empty();
    private Optional<SipTimer.Handle> timerF = Optional.empty();

    ClientTransaction(
            Runnable sending,
            int vias,
            boolean reliable,
            SipTimer timer,
            Consumer<TransactionEnd> end,
            Runnable forgetting) {
        this.sending = sending;
        this.vias = vias;
        this.reliable = reliable;
        this.timer = timer;
        this.end = end;
        this.forgetting = forgetting;
    }

    void start() {
        synchronized (this) {
            timerF = Optional.of(timer.after(Times.LIFE, this::timeOver));
            if (!reliable) {
                timerE = Optional.of(timer.after(interval, this::sendAgain));
            }
        }
        sending.run();
    }

    /** Timer E: twice the interval each time, at most T2; T2 at once when something provisional came. */
    private void sendAgain() {
        synchronized (this) {
            switch (state) {
                case TRYING -> interval = Times.next(interval);
                case PROCEEDING -> interval = Times.T2;
                case COMPLETED, TERMINATED -> {
                    return;
                }
            }
            timerE = Optional.of(timer.after(interval, this::sendAgain));
        }
        sending.run();
    }

    /** Timer F. */
    private void timeOver() {
        finish(State.TERMINATED, new TransactionEnd.TimedOut());
    }

    void received(SipResponse response) {
        if (response.headers().list("Via").size() != vias) {
            return;
        }
        if (response.isFinal()) {
            finish(State.COMPLETED, new TransactionEnd.Answered(response));
            return;
        }
        synchronized (this) {
            if (state == State.TRYING) {
                state = State.PROCEEDING;
            }
        }
    }

    /** The transport could not send it (RFC 3261, section 17.1.4). */
    void unreachable(String reason) {
        finish(State.TERMINATED, new TransactionEnd.Unreachable(reason));
    }

    private void finish(State next, TransactionEnd how) {
        synchronized (this) {
            if (state == State.COMPLETED || state == State.TERMINATED) {
                return;
            }
            state = next;
            timerE.ifPresent(SipTimer.Handle::cancel);
            timerF.ifPresent(SipTimer.Handle::cancel);
        }
        if (next == State.COMPLETED && !reliable) {
            timer.after(Times.T4, forgetting); // timer K: repeated responses are absorbed
        } else {
            forgetting.run();
        }
        end.accept(how);
    }
}
