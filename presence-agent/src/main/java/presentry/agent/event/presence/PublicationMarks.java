package presentry.agent.event.presence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import presentry.agent.model.Publication;
import presentry.uri.Aor;

/**
 * Names publications by a short keyed hash: without the key nobody can read from it when something was published, how many
 * publications there are, or that two of them belong to one user.
 */
final class PublicationMarks {
    private static final String ALGORITHM = "HmacSHA256";

    /** The ids of a neutral document are made with the same key: what is hashed here begins with what no address does. */
    private static final byte PURPOSE = 1;

    /** Six hexadecimal digits; two marks of one user that are equal are told apart by a number. */
    private static final int OCTETS = 3;

    private final SecretKeySpec key;

    /** @param key a secret of the installation, 16 octets or more, never changed */
    PublicationMarks(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The mark of a publication, the same over refreshes, changes and restarts. */
    String of(Aor owner, Publication publication) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            mac.update(ByteBuffer.allocate(Long.BYTES)
                    .putLong(publication.firstPublished().toEpochMilli()) // what a store keeps of it
                    .flip());
            byte[] hash = mac.doFinal(owner.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, OCTETS);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
