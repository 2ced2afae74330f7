package presentry.policy.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import presentry.schemas.XmlWriter;

/** RFC 5025, section 3.2.1, polite-block. */
class NeutralPresenceTest {
    private static NeutralPresence keyed(String key) {
        return new NeutralPresence(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String write(NeutralPresence neutral, String presentity, String watcher) {
        return XmlWriter.write(neutral.document("sip:alice@example.com", presentity, watcher));
    }

    @Test
    void itHasOneClosedServiceAndNothingElse() {
        assertThat(write(keyed("a secret of 16 bytes"), "sip:alice@example.com", "sip:bob@example.com"))
                .matches("<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" entity=\"sip:alice@example.com\">"
                        + "<tuple id=\"t[0-9a-f]{20}\"><status><basic>closed</basic></status></tuple></presence>");
    }

    @Test
    void itIsTheSameWheneverItIsMade() {
        assertThat(write(keyed("k1-k1-k1-k1-k1-k1"), "sip:alice@example.com", "sip:bob@example.com"))
                .isEqualTo(write(keyed("k1-k1-k1-k1-k1-k1"), "sip:alice@example.com", "sip:bob@example.com"));
    }

    @Test
    void itIsAnotherForEachWatcherPresentityAndKey() {
        var neutral = keyed("k1-k1-k1-k1-k1-k1");

        assertThat(write(neutral, "sip:alice@example.com", "sip:bob@example.com"))
                .isNotEqualTo(write(neutral, "sip:alice@example.com", "sip:carol@example.com"))
                .isNotEqualTo(write(neutral, "sip:dave@example.com", "sip:bob@example.com"))
                .isNotEqualTo(write(keyed("k2-k2-k2-k2-k2-k2"), "sip:alice@example.com", "sip:bob@example.com"));
    }
}
