package presentry.uri;

import java.nio.charset.StandardCharsets;

/**
 * One of the parts into which all users are divided. The division is fixed for the life of an installation and stands
 * in every stored row, so the algorithm may never change: FNV-1a with 64 bits over the UTF-8 octets of
 * {@code home().toString()}, upper half xor lower half, modulo {@value #COUNT}.
 *
 * @param number 0 to 4095
 */
public record Shard(int number) {

    /** How many there are. */
    public static final int COUNT = 4096;

    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** @throws IllegalArgumentException if there is no shard of this number; a defect */
    public Shard {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("a shard is 0 to " + (COUNT - 1) + ", not " + number);
        }
    }

    /** The shard of a user; the same for all addresses of one {@link Aor#home}. */
    public static Shard of(Aor aor) {
        long hash = OFFSET_BASIS;
        for (byte octet : aor.home().toString().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * PRIME;
        }
        return new Shard((int) ((hash ^ hash >>> 32) & (COUNT - 1)));
    }
}
