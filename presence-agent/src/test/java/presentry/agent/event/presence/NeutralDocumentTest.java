package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import presentry.agent.event.View;
import presentry.policy.model.Permissions;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlWriter;
import presentry.uri.Aor;

/** RFC 5025, section 3.2.1. */
class NeutralDocumentTest {
    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Aor CAROL = Aor.parse("sip:carol@example.com").orElseThrow();
    private static final View BOBS = Viewing.byBob(Permissions.NONE);

    private final NeutralDocument neutral = new NeutralDocument(SECRET);

    /** The id is pinned: another one after an update would show every politely blocked watcher a change that is none. */
    @Test
    void itIsOneClosedTupleWhoseIdNeverChangesForOnePresentityAndWatcher() {
        assertThat(text(neutral.of(BOBS)))
                .isEqualTo("<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" entity=\"sip:alice@example.com\">"
                        + "<tuple id=\"t5f3a1270c75ee2ec\"><status><basic>closed</basic></status></tuple></presence>");
    }

    @Test
    void whatTheWatcherMaySeeHasNoPartInIt() {
        assertThat(text(neutral.of(Viewing.byBob(Permissions.EVERYTHING)))).isEqualTo(text(neutral.of(BOBS)));
    }

    @Test
    void itIsTheSameAfterARestart() {
        assertThat(text(new NeutralDocument(SECRET.clone()).of(BOBS))).isEqualTo(text(neutral.of(BOBS)));
    }

    @Test
    void twoWatchersCannotCompareTheirTupleIds() {
        assertThat(tupleId(Viewing.by("sip:bob@example.com", CAROL)))
                .isNotEqualTo(tupleId(Viewing.by("sip:dave@example.com", CAROL)));
    }

    @Test
    void twoPresentitiesHaveDifferentTupleIdsForOneWatcher() {
        assertThat(tupleId(Viewing.by("sip:bob@example.com", CAROL)))
                .isNotEqualTo(tupleId(Viewing.by("sip:bob@example.com", Published.ALICE)));
    }

    @Test
    void theTupleIdCannotBeComputedWithoutTheSecret() {
        NeutralDocument other = new NeutralDocument("another secret!!".getBytes(StandardCharsets.US_ASCII));

        assertThat(text(other.of(BOBS))).isNotEqualTo(text(neutral.of(BOBS)));
    }

    @Test
    void aSecretThatCouldBeGuessedIsADefect() {
        assertThatThrownBy(() -> new NeutralDocument(new byte[15]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the secret has 15 octets, fewer than 16");
    }

    private String tupleId(View view) {
        return neutral.of(view).elements().getFirst().attribute("id").orElseThrow();
    }

    private static String text(XmlElement document) {
        return XmlWriter.write(document);
    }
}
