package presentry.sip.transaction;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import presentry.sip.message.MessageWriter;
import presentry.sip.message.SipResponse;
import presentry.sip.transport.SipTimer;

/**
 * A server transaction (RFC 3261, section 17.2, with RFC 4320): gives one answer, and gives it again whenever the request
 * is repeated. It keeps the bytes of the answer only, not the request. An INVITE can be refused by it, nothing more: its
 * refusal is repeated until the ACK (timers G, H and I).
 */
final class ServerTransaction {
    /** The states of RFC 3261, figures 7 and 8; trying and proceeding differ in whether there is something to repeat. */
    private enum State {
        PROCEEDING,
        COMPLETED,
        CONFIRMED,
        TERMINATED
    }

    private final boolean invite;
    private final ReplyPath path;
    private final SipTimer timer;
    /** How long a completed non-INVITE transaction is kept to absorb repetitions (timer J). */
    private final Supplier<Duration> memory;

    /** Takes this transaction out of the table. */
    private final Runnable forgetting;

    private State state = State.PROCEEDING;
    private Optional<byte[]> last = Optional.empty();
    private Optional<SipTimer.Handle> pending = Optional.empty();
    private Optional<SipTimer.Handle> repetition = Optional.empty();

    ServerTransaction(boolean invite, ReplyPath path, SipTimer timer, Supplier<Duration> memory, Runnable forgetting) {
        this.invite = invite;
        this.path = path;
        this.timer = timer;
        this.memory = memory;
        this.forgetting = forgetting;
    }

    /** Begins to wait for the answer; {@code trying} is sent when none came for a while (RFC 4320, section 4.1). */
    synchronized void start(Supplier<SipResponse> trying) {
        Duration due = invite ? Times.INVITE_TRYING : Times.NON_INVITE_TRYING;
        pending = Optional.of(timer.after(due, () -> stillTrying(trying.get(), Times.LIFE.minus(due))));
    }

    private synchronized void stillTrying(SipResponse response, Duration left) {
        if (state == State.PROCEEDING) {
            byte[] trying = MessageWriter.write(response);
            last = Optional.of(trying);
            // Who could not answer in time does not answer at all (RFC 4320, section 4.2).
            pending = Optional.of(timer.after(left, this::terminate));
            path.send(trying);
        }
    }

    /** The request came again. */
    synchronized void repeated() {
        if (state == State.PROCEEDING || state == State.COMPLETED) {
            last.ifPresent(path::send);
        }
    }

    /** The ACK to a refused INVITE came: it is not refused again (timer I). */
    synchronized void acknowledged() {
        if (state == State.COMPLETED && invite) {
            state = State.CONFIRMED;
            cancelTimers();
            lingerFor(path.isReliable() ? Duration.ZERO : Times.T4);
        }
    }

    /**
     * Sends {@code response} if it is the first final one. Provisional ones are left to the timer: any but 100 is forbidden,
     * and 100 before its time too; so is 408 (RFC 4320, sections 4.1 and 4.2).
     */
    synchronized void answer(SipResponse response) {
        if (state != State.PROCEEDING || !response.isFinal()) {
            return;
        }
        cancelTimers();
        if (response.status() == 408 && !invite) {
            terminate();
            return;
        }
        byte[] bytes = MessageWriter.write(response);
        state = State.COMPLETED;
        last = Optional.of(bytes);
        if (!invite) {
            lingerFor(path.isReliable() ? Duration.ZERO : memory.get()); // timer J
        } else if (response.status() >= 300) {
            lingerFor(Times.LIFE); // timer H
            repeatAfter(Times.T1); // timer G
        } else {
            terminate(); // RFC 3261, section 17.2.1: a 2xx is repeated by who gave it
        }
        path.send(bytes);
    }

    private void repeatAfter(Duration interval) {
        if (!path.isReliable()) {
            repetition = Optional.of(timer.after(interval, () -> repeat(interval)));
        }
    }

    private synchronized void repeat(Duration interval) {
        if (state == State.COMPLETED) {
            repeatAfter(Times.next(interval));
            last.ifPresent(path::send);
        }
    }

    private void lingerFor(Duration time) {
        if (time.isZero()) {
            terminate();
        } else {
            pending = Optional.of(timer.after(time, this::terminate));
        }
    }

    private synchronized void terminate() {
        state = State.TERMINATED;
        cancelTimers();
        last = Optional.empty();
        forgetting.run();
    }

    private void cancelTimers() {
        pending.ifPresent(SipTimer.Handle::cancel);
        repetition.ifPresent(SipTimer.Handle::cancel);
    }
}
