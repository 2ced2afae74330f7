package presentry.storage;

/**
 * The right to write, carried by every row written. A node that lost its right holds an older epoch, and the database can
 * tell. The embedded server is alone and always holds epoch 1.
 *
 * @param epoch 1 or more; grows each time the right changes hands
 */
public record Fence(long epoch) {

    /** The fence of a server that shares its database with nobody. */
    public static final Fence EMBEDDED = new Fence(1);

    /** @throws IllegalArgumentException if {@code epoch} is below 1: a defect of the caller */
    public Fence {
        if (epoch < 1) {
            throw new IllegalArgumentException("an epoch is 1 or more, not " + epoch);
        }
    }
}
