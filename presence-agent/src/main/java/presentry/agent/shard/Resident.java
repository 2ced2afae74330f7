package presentry.agent.shard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.Effect;
import presentry.agent.presentity.PresentityState;

/**
 * One presentity in its mailbox: the state, the commands that wait for rules, and the effects that wait for the disk.
 * Touched by the thread that runs the mailbox, and by no other.
 */
final class Resident {
    /** Effects of one step, and the write that must be on disk before they leave. */
    record Output(CompletableFuture<Void> written, List<Effect> effects) {}

    final Deque<Command> waiting = new ArrayDeque<>();
    final Deque<Output> outputs = new ArrayDeque<>();
    PresentityState state;

    /** Something is being read for it: commands wait meanwhile, so that none overtakes another. */
    boolean loading;

    /** The newest write of this presentity. */
    CompletableFuture<Void> lastWrite = CompletableFuture.completedFuture(null);

    Resident(PresentityState state) {
        this.state = state;
    }

    /** Whether nothing is lost by forgetting it. */
    boolean isIdle() {
        return state.isEmpty() && waiting.isEmpty() && outputs.isEmpty() && !loading;
    }
}
