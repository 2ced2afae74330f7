package presentry.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Jobs that wait together share one transaction and one flush to disk. If it fails, it is undone
 * and its halves are tried one after the other, down to the job that fails alone. A job's stage completes after the COMMIT,
 * never before: what is answered is on disk.
 */
public final class Writer {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private static final long IDLE = 0;

    private final KeepingConnection connection;
    private final StorageSettings settings;
    private final BlockingQueue<Submitted<?>> queue;
    private final Thread thread;
    private final LongAdder failures = new LongAdder();
    /** When the batch that is being written began; {@link #IDLE} while there is none. */
    private volatile long batchBegan = IDLE;

    private volatile boolean stopping;
    private volatile Optional<String> problem = Optional.empty();

    Writer(KeepingConnection connection, StorageSettings settings) {
        this.connection = connection;
        this.settings = settings;
        this.queue = new ArrayBlockingQueue<>(settings.queuedJobs());
        thread = Thread.ofPlatform().name("storage-writer").start(this::work);
    }

    /**
     * Queues a job. The stage completes on the writer's thread after the COMMIT, so what depends on it must not block; it
     * fails with what the job threw, or with {@link StorageException} if the database, the disk or the queue fails or the
     * database is closed.
     */
    public <T> CompletionStage<T> submit(Job<T> job) {
        return submit(job, answer -> {});
    }

    /**
     * Queues a job.
     *
     * @param afterCommit is called on the writer's thread after the COMMIT and before the stage completes; must not block
     */
    public <T> CompletionStage<T> submit(Job<T> job, Consumer<T> afterCommit) {
        var submitted = new Submitted<>(job, afterCommit);
        if (stopping || !queue.offer(submitted)) {
            submitted.fail(new StorageException(stopping ? "the database is closed" : "too many writes are waiting"));
        } else if (stopping) {
            failWaitingJobs(); // the thread may have ended between the two looks
        }
        return submitted.stage();
    }

    /**
     * Why nothing is written, until something is again: the disk refuses, a write hangs, or the thread has ended. One sentence
     * without a full stop, for a health check.
     */
    public Optional<String> problem() {
        if (!thread.isAlive() && !stopping) {
            return Optional.of("the thread that writes has ended: restart the server");
        }
        long began = batchBegan;
        long nanos = System.nanoTime() - began;
        if (began != IDLE && nanos > settings.hangsAfter().toNanos()) {
            return Optional.of("a write has been waiting for the disk for "
                    + Duration.ofNanos(nanos).toSeconds() + " s");
        }
        return problem;
    }

    /** How many jobs wait. */
    public int waiting() {
        return queue.size();
    }

    /** How many jobs failed. */
    public long failures() {
        return failures.sum();
    }

    /** Finishes what is queued and ends the thread. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join();
        failWaitingJobs();
    }

    private void work() {
        List<Submitted<?>> batch = new ArrayList<>(settings.jobsPerCommit());
        while (nextBatch(batch)) {
            batchBegan = System.nanoTime() | 1; // never IDLE
            write(batch);
            batchBegan = IDLE;
            batch.clear();
            if (problem.isPresent()) {
                tryTheDisk();
            }
        }
    }

    /** Waits for work, though not for long while there is a problem; false when the writer stops and nothing is left. */
    private boolean nextBatch(List<Submitted<?>> batch) {
        queue.drainTo(batch, settings.jobsPerCommit());
        while (batch.isEmpty() && !stopping) {
            try {
                Submitted<?> next = next();
                if (next == null) {
                    return true;
                }
                batch.add(next);
                queue.drainTo(batch, settings.jobsPerCommit() - 1);
            } catch (InterruptedException wokenToStop) {
                queue.drainTo(batch, settings.jobsPerCommit());
            }
        }
        return !batch.isEmpty();
    }

    private @Nullable Submitted<?> next() throws InterruptedException {
        return problem.isPresent()
                ? queue.poll(settings.untilNextTry().toMillis(), TimeUnit.MILLISECONDS)
                : queue.take();
    }

    /** Writes all jobs by one COMMIT if it can be, and otherwise as many as can be. */
    private void write(List<Submitted<?>> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        try {
            connection.run("BEGIN IMMEDIATE");
        } catch (SQLException locked) {
            fail(jobs, locked);
            return;
        }
        Optional<Throwable> failure = run(jobs);
        if (failure.isEmpty()) {
            jobs.forEach(Submitted::succeed);
            return;
        }
        rollBack();
        if (jobs.size() == 1) {
            fail(jobs, failure.get());
        } else {
            int half = jobs.size() / 2;
            write(jobs.subList(0, half));
            write(jobs.subList(half, jobs.size()));
        }
    }

    @SuppressWarnings("IllegalCatch") // whatever a job throws fails that job alone and must not end the writer
    private Optional<Throwable> run(List<Submitted<?>> jobs) {
        try {
            for (Submitted<?> job : jobs) {
                job.run(connection);
            }
            connection.run("COMMIT");
            return Optional.empty();
        } catch (SQLException | RuntimeException | Error e) {
            return Optional.of(e);
        }
    }

    private void rollBack() {
        try {
            connection.run("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            LOG.debug("no transaction was left to roll back: {}", alreadyRolledBack.getMessage());
        }
    }

    private void fail(List<Submitted<?>> jobs, Throwable cause) {
        LOG.debug("{} writes failed", jobs.size(), cause);
        failures.add(jobs.size());
        if (problem.isEmpty() && DiskTrouble.isCauseOf(cause)) {
            LOG.error("The disk takes no writes, they are refused until it does: {}", cause.getMessage());
            problem = Optional.of("the disk takes no writes: " + cause.getMessage());
        }
        Throwable told = cause instanceof SQLException
                ? new StorageException("the write could not be stored: " + cause.getMessage(), cause)
                : cause;
        jobs.forEach(job -> job.fail(told));
    }

    private void tryTheDisk() {
        try {
            new TrialWrite(connection).run();
            problem = Optional.empty();
            LOG.info("The disk takes writes again");
        } catch (SQLException stillFull) {
            rollBack();
            LOG.debug("the disk still takes no writes: {}", stillFull.getMessage());
        }
    }

    private void failWaitingJobs() {
        List<Submitted<?>> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        waiting.forEach(submitted -> submitted.fail(new StorageException("the database is closed")));
    }
}
