package presentry.policy.transform;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/**
 * The document of a presentity that has published nothing: one service, closed. A politely blocked watcher is sent the same
 * (RFC 5025, section 3.2.1), so that neither its shape nor its change over time tells one from the other: nothing in it comes from
 * what was published, and for one watcher it is the same over all subscriptions and restarts.
 */
public final class NeutralPresence {
    /** As much as makes guessing hopeless. */
    private static final int MIN_KEY_BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 10;

    private final SecretKeySpec key;

    /**
     * @param key a secret of the installation, 16 bytes or more, never changed; without it ids could be guessed
     * @throws IllegalArgumentException if it is shorter; a defect
     */
    public NeutralPresence(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("the key has " + key.length + " bytes, fewer than " + MIN_KEY_BYTES);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The document for one watcher.
     *
     * @param entity the presentity, spelled as the watcher shall see it
     * @param presentity the presentity, spelled always the same
     * @param watcher the watcher, spelled always the same
     */
    public XmlElement document(String entity, String presentity, String watcher) {
        var basic = pidf("basic").withText("closed");
        var tuple = pidf("tuple")
                .withAttribute("id", tupleId(presentity, watcher))
                .withChild(pidf("status").withChild(basic));
        return pidf("presence")
                .withDeclaration("", Namespaces.PIDF)
                .withAttribute("entity", entity)
                .withChild(tuple);
    }

    /** An NCName, as the type of tuple ids demands (RFC 3863, section 4.1.2). */
    private String tupleId(String presentity, String watcher) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(presentity.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            var hash = mac.doFinal(watcher.getBytes(StandardCharsets.UTF_8));
            return "t" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    private static XmlElement pidf(String localName) {
        return XmlElement.of(Namespaces.PIDF, "", localName);
    }
}
