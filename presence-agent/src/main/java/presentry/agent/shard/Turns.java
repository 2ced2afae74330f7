package presentry.agent.shard;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one after the other, in the order in which they came, on threads shared with others. */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    /** So many tasks in a row, then somebody else has the thread. */
    private static final int TASKS_A_TURN = 64;

    private final Executor executor;
    private final InFlight inFlight;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    Turns(Executor executor, InFlight inFlight) {
        this.executor = executor;
        this.inFlight = inFlight;
    }

    /** Takes a task, from any thread. */
    void add(Runnable task) {
        inFlight.begin();
        tasks.add(task);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            executor.execute(this::turn);
        }
    }

    private void turn() {
        try {
            for (int i = 0; i < TASKS_A_TURN; i++) {
                Runnable task = tasks.poll();
                if (task == null) {
                    return;
                }
                run(task);
            }
        } finally {
            scheduled.set(false);
            if (!tasks.isEmpty()) {
                schedule();
            }
        }
    }

    /** Whatever a task throws is its own affair: the next one has its turn. */
    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error defect) {
            LOG.error("A task of the presence agent failed; the others go on", defect);
        } finally {
            inFlight.end();
        }
    }
}
