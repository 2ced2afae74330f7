package presentry.storage;

/** The disk, the database or its queue failed: nothing that a caller could have asked differently. */
public final class StorageException extends RuntimeException {

    /** @param message what failed, in one sentence without a full stop */
    public StorageException(String message) {
        super(message);
    }

    /**
     * @param message what failed, in one sentence without a full stop
     * @param cause what the database or the disk said
     */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
