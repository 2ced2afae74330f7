package presentry.xcap.document;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes entity tags that never come twice: 96 random bits each. */
public final class DocumentETags {

    private static final int RANDOM_BYTES = 12;

    private final RandomGenerator random;

    /** @param random may be used by several threads at once */
    public DocumentETags(RandomGenerator random) {
        this.random = random;
    }

    /** A tag not used before. */
    public DocumentETag next() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new DocumentETag(HexFormat.of().formatHex(bytes));
    }
}
