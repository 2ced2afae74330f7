package presentry.xcap.store;

/** The store cannot answer: a dead disk, a full queue, a closed database. Never the fault of a request. */
public final class StoreException extends RuntimeException {

    /** @param cause what the storage said */
    public StoreException(Throwable cause) {
        super("the document store cannot answer", cause);
    }
}
