package presentry.agent.shard;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import presentry.uri.Shard;

/**
 * The tags that this server gives to dialogs: {@code p}, the shard in three hexadecimal digits, a hyphen, and 64 random
 * bits (RFC 3261, section 19.3, asks for 32). So a request inside a dialog finds its mailbox without a table.
 */
public final class DialogTag {
    private static final HexFormat HEX = HexFormat.of();
    private static final int SHARD_DIGITS = 3;
    private static final int LENGTH = 1 + SHARD_DIGITS + 1 + 16;

    private DialogTag() {}

    /**
     * A tag that was never given before.
     *
     * @param random must not be predictable
     */
    public static String fresh(Shard shard, RandomGenerator random) {
        return "p" + HEX.toHexDigits(shard.number(), SHARD_DIGITS) + "-" + HEX.toHexDigits(random.nextLong());
    }

    /** The shard that a tag names; empty if this server cannot have made it. */
    public static Optional<Shard> shardOf(String localTag) {
        if (localTag.length() != LENGTH || localTag.charAt(0) != 'p' || localTag.charAt(1 + SHARD_DIGITS) != '-') {
            return Optional.empty();
        }
        int number = 0;
        for (int i = 1; i <= SHARD_DIGITS; i++) {
            if (!HexFormat.isHexDigit(localTag.charAt(i))) {
                return Optional.empty();
            }
            number = number << 4 | HexFormat.fromHexDigit(localTag.charAt(i));
        }
        return Optional.of(new Shard(number));
    }
}
