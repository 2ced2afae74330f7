package presentry.policy.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import presentry.schemas.XmlWriter;

/** RFC 5025, section 3.2.1. */
class NeutralPresenceTest {
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String ALICE = "sip:alice@example.com";
    private static final String BOB = "sip:bob@example.com";
    private static final String CAROL = "sip:carol@example.com";

    private final NeutralPresence neutral = new NeutralPresence(KEY);

    /** The id is pinned: another one after an update would show every politely blocked watcher a change that is none. */
    @Test
    void itIsOneClosedTupleWhoseIdNeverChangesForOnePresentityAndWatcher() {
        assertThat(XmlWriter.write(neutral.document("sip:Alice@example.com", ALICE, BOB)))
                .isEqualTo("<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" entity=\"sip:Alice@example.com\">"
                        + "<tuple id=\"t8974db70b872ac5e7da1\"><status><basic>closed</basic></status></tuple>"
                        + "</presence>");
    }

    @Test
    void itIsTheSameAfterARestart() {
        assertThat(tupleId(new NeutralPresence(KEY.clone()), ALICE, BOB)).isEqualTo(tupleId(neutral, ALICE, BOB));
    }

    @Test
    void twoWatchersCannotCompareTheirTupleIds() {
        assertThat(tupleId(neutral, ALICE, BOB)).isNotEqualTo(tupleId(neutral, ALICE, CAROL));
    }

    @Test
    void twoPresentitiesHaveDifferentTupleIdsForOneWatcher() {
        assertThat(tupleId(neutral, ALICE, CAROL)).isNotEqualTo(tupleId(neutral, BOB, CAROL));
    }

    @Test
    void theTupleIdCannotBeComputedWithoutTheKey() {
        NeutralPresence other = new NeutralPresence("another secret!!".getBytes(StandardCharsets.US_ASCII));

        assertThat(tupleId(other, ALICE, BOB)).isNotEqualTo(tupleId(neutral, ALICE, BOB));
    }

    @Test
    void aKeyThatCouldBeGuessedIsADefect() {
        assertThatThrownBy(() -> new NeutralPresence(new byte[15]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key has 15 bytes, fewer than 16");
    }

    private static String tupleId(NeutralPresence neutral, String presentity, String watcher) {
        return neutral.document(presentity, presentity, watcher)
                .elements()
                .getFirst()
                .attribute("id")
                .orElseThrow();
    }
}
