package presentry.agent.shard;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.Requester;

/** Bounds how many requests from outside a mailbox has taken and not yet answered, wherever in it they wait. */
final class RequestGate {
    private static final Logger LOG = LoggerFactory.getLogger(RequestGate.class);

    private final int capacity;
    private final AtomicInteger unanswered = new AtomicInteger();

    RequestGate(int capacity) {
        this.capacity = capacity;
    }

    /** Lets a request in, from any thread; or answers it at once that there is no room. */
    boolean admits(Command.Request request) {
        if (unanswered.incrementAndGet() <= capacity) {
            return true;
        }
        answer(request, new Answer.Refused(Answer.Reason.TRY_AGAIN));
        return false;
    }

    /** How many requests it has let in that have no answer yet. */
    int unanswered() {
        return unanswered.get();
    }

    /** Answers a request that was let in; to be done once for each. */
    void answer(Command.Request request, Answer answer) {
        answer(request.requester(), answer);
    }

    /** Answers a request that was let in; to be done once for each. */
    void answer(Requester requester, Answer answer) {
        unanswered.decrementAndGet();
        try {
            requester.answered(answer);
        } catch (RuntimeException | Error defect) {
            LOG.error("An answer of the presence agent could not be handed over", defect);
        }
    }
}
