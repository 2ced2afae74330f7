package presentry.storage;

import java.time.Duration;

/**
 * The bounds of the database's queue and pool.
 *
 * @param queuedJobs jobs that may wait for the writer before a submission is refused, 1 and more
 * @param jobsPerCommit jobs that share one COMMIT, and so one flush to disk, 1 and more
 * @param readers read-only connections, 1 and more
 * @param untilNextTry how long a writer without work waits before it tries a disk again that took no write; whole
 *     milliseconds, more than none
 * @param hangsAfter how long one commit may take before the health check says that the disk hangs; more than none
 */
public record StorageSettings(
        int queuedJobs, int jobsPerCommit, int readers, Duration untilNextTry, Duration hangsAfter) {

    /** Fits one machine with a few cores. */
    public static final StorageSettings DEFAULT =
            new StorageSettings(10_000, 512, 8, Duration.ofSeconds(1), Duration.ofSeconds(10));

    /** @throws IllegalArgumentException if a number is below 1: a defect, the configuration checks first */
    public StorageSettings {
        if (queuedJobs < 1
                || jobsPerCommit < 1
                || readers < 1
                || untilNextTry.toMillis() < 1
                || hangsAfter.toMillis() < 1) {
            throw new IllegalArgumentException("each bound of the storage is 1 or more");
        }
    }
}
