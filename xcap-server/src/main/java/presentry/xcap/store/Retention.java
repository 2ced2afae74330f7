package presentry.xcap.store;

import java.time.Duration;

/**
 * How long the change log remembers: what is over either bound is forgotten.
 *
 * @param age of a change at which it may be forgotten, more than none
 * @param changes kept at most, 1 and more
 */
public record Retention(Duration age, long changes) {

    /** @throws IllegalArgumentException if nothing would be kept: a defect, the configuration checks first */
    public Retention {
        if (!age.isPositive() || changes < 1) {
            throw new IllegalArgumentException("a log that keeps nothing is none");
        }
    }
}
