package presentry.agent.shard;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.agent.presentity.Effect;
import presentry.agent.presentity.Notification;

/** What leaves a mailbox once it may. */
final class Outgoing {
    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

    private final MailboxParts parts;
    private final CommandSink presentities;
    private final RequestGate gate;

    /** @param presentities the mailboxes of all users */
    Outgoing(MailboxParts parts, CommandSink presentities, RequestGate gate) {
        this.parts = parts;
        this.presentities = presentities;
        this.gate = gate;
    }

    /** Lets out what rests on nothing any more that is not on disk. */
    void release(List<Effect> effects) {
        effects.forEach(this::release);
    }

    private void release(Effect effect) {
        switch (effect) {
            case Effect.Reply(var requester, var answer) -> gate.answer(requester, answer);
            case Effect.Notify(var notification) -> notify(notification);
            case Effect.Tell(var user, var watching) -> presentities.tell(user, watching);
            case Effect.Done(var listener) -> listener.run();
            case Effect.TooLarge handledBefore -> throw new AssertionError(handledBefore);
            case Effect.Persist handledBefore -> throw new AssertionError(handledBefore);
            case Effect.WakeAt handledBefore -> throw new AssertionError(handledBefore);
        }
    }

    /**
     * What these effects promise will not come true: who waits for them is told so.
     *
     * @return what is lost with them
     */
    Resident.Lost refuse(List<Effect> effects) {
        Resident.Lost lost = Resident.Lost.NOTHING;
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Reply(var requester, var unused) ->
                    gate.answer(requester, new Answer.Refused(Answer.Reason.NOT_STORED));
                case Effect.Done(var listener) -> listener.run();
                case Effect.Notify(var notification) -> lost = lost.andNotification(notification.key());
                case Effect.TooLarge handledBefore -> throw new AssertionError(handledBefore);
                case Effect.Tell(var user, var unused) -> lost = lost.andTell(user);
                case Effect.Persist handledBefore -> throw new AssertionError(handledBefore);
                case Effect.WakeAt handledBefore -> throw new AssertionError(handledBefore);
            }
        }
        return lost;
    }

    private void notify(Notification notification) {
        parts.inFlight().begin();
        AtomicBoolean ended = new AtomicBoolean();
        try {
            parts.outbox().notify(notification, end -> ended(notification, end, ended));
        } catch (RuntimeException | Error defect) {
            LOG.error("A NOTIFY could not be handed over for sending", defect);
            ended(
                    notification,
                    new Command.NotifyEnded(notification.key(), notification.cSeq(), NotifyEnd.TIMED_OUT),
                    ended);
        }
    }

    private void ended(Notification notification, Command.NotifyEnded end, AtomicBoolean already) {
        if (already.compareAndSet(false, true)) {
            presentities.tell(notification.owner(), end);
            parts.inFlight().end();
        }
    }
}
