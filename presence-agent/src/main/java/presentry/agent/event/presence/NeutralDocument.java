package presentry.agent.event.presence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import presentry.agent.event.View;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/**
 * The document of somebody who is not there: one closed tuple (RFC 5025, section 3.2.1; RFC 3856, section 6.6.2). A watcher
 * who is politely blocked and one who is allowed to see a user without state get the same octets from here, so neither can
 * tell which he is.
 *
 * <p>The id of the tuple is a keyed hash of presentity and watcher: always the same for one watcher, over dialogs and restarts,
 * yet not to be computed by him and nothing that two watchers could compare.
 */
final class NeutralDocument {
    /** As much as makes guessing hopeless. */
    static final int MIN_SECRET_OCTETS = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_OCTETS = 8;

    private final SecretKeySpec key;

    NeutralDocument(byte[] secret) {
        if (secret.length < MIN_SECRET_OCTETS) {
            throw new IllegalArgumentException(
                    "the secret has " + secret.length + " octets, fewer than " + MIN_SECRET_OCTETS);
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** For one watcher of one presentity; what the watcher may see has no part in it. */
    XmlElement of(View view) {
        XmlElement basic = element("basic").withText("closed");
        XmlElement tuple = element("tuple")
                .withAttribute("id", tupleId(view))
                .withChild(element("status").withChild(basic));
        return element("presence").withAttribute("entity", view.entity()).withChild(tuple);
    }

    private static XmlElement element(String localName) {
        return XmlElement.of(Namespaces.PIDF, "", localName);
    }

    /** Begins with a letter, as an {@code xs:ID} must. */
    private String tupleId(View view) {
        String pair = view.owner() + "\n" + view.watcher().displayUri(); // no URI has a line feed in it
        byte[] hash = keyedHash(pair.getBytes(StandardCharsets.UTF_8));
        return "t" + HexFormat.of().formatHex(hash, 0, ID_OCTETS);
    }

    private byte[] keyedHash(byte[] octets) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(octets);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }
}
