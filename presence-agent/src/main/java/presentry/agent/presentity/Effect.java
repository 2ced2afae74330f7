package presentry.agent.presentity;

import java.time.Instant;
import presentry.agent.model.EventName;
import presentry.uri.Aor;

/** What the outside must do about a step of the machine, in this order. */
public sealed interface Effect {
    /** To be written before anything of this step, or of a later step of this presentity, leaves. */
    record Persist(Change change) implements Effect {}

    record Reply(Requester requester, Answer answer) implements Effect {}

    record Notify(Notification notification) implements Effect {}

    /** News for another user's mailbox. */
    record Tell(Aor user, Command.Watching watching) implements Effect {}

    /** A wake-up is wanted, or none if that is {@link Instant#MAX}; an earlier wish is void. Needs no disk. */
    record WakeAt(Instant at, long generation) implements Effect {}

    /**
     * A document is larger than documents may be: those for whom it was made get the neutral one.
     *
     * @param owner of whom it tells
     * @param octets how large it would have been
     * @param bound how large it may be
     */
    record TooLarge(Aor owner, EventName event, int octets, int bound) implements Effect {}

    /** Somebody inside waits to hear that the step is done. */
    record Done(Runnable listener) implements Effect {}
}
