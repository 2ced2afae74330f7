package presentry.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The header field of RFC 7616, section 3.4, as clients write it. */
class DigestParametersTest {

    @Test
    void quotedAndBareValuesAreRead() {
        assertThat(DigestParameters.read("Digest username=\"alice\", qop=auth,nc=00000001 , foo=\"a, b\", uri=\"/x\""))
                .contains(Map.of("username", "alice", "qop", "auth", "nc", "00000001", "foo", "a, b", "uri", "/x"));
    }

    /** linphonec writes two spaces, others write the scheme in lower case. */
    @Test
    void theSchemeComparesWithoutCaseAndMayHaveSpaceAroundIt() {
        assertThat(DigestParameters.read("  digest  realm=\"r\"")).contains(Map.of("realm", "r"));
    }

    /** python3-xcaplib puts the node selector there as it is. */
    @Test
    void quotesInsideOfTheUriBelongToIt() {
        String uri = "/xcap-root/x/users/u/index/~~/l/entry[@uri=\"sip:a@b\"]/@uri";

        assertThat(DigestParameters.read("Digest uri=\"" + uri + "\", response=\"00\""))
                .contains(Map.of("uri", uri, "response", "00"));
        assertThat(DigestParameters.read("Digest response=\"00\", uri=\"" + uri + "\""))
                .contains(Map.of("uri", uri, "response", "00"));
    }

    @Test
    void aBackslashEscapesWhatFollowsIt() {
        assertThat(DigestParameters.read("Digest username=\"a\\\"b\"")).contains(Map.of("username", "a\"b"));
    }

    /** By an expression that looks back, this took seconds: time by the square of the blanks, before anybody was known. */
    @Test
    void blanksWithoutEndAreRefusedInOnePass() {
        assertThat(DigestParameters.read("Digest realm=" + " ".repeat(16_000) + "\"x"))
                .isEmpty();
        assertThat(DigestParameters.read("Digest uri=\"" + "\" ,, ".repeat(3_000) + "x"))
                .isEmpty();
    }

    @Test
    void whatNamesAParameterTwiceIsNotRead() {
        assertThat(DigestParameters.read("Digest username=\"a\", username=\"b\""))
                .isEmpty();
    }

    @Test
    void whatIsNotDigestIsNotRead() {
        assertThat(DigestParameters.read("Basic YTpi")).isEmpty();
        assertThat(DigestParameters.read("Digest")).isEmpty();
        assertThat(DigestParameters.read("Digest =")).isEmpty();
        assertThat(DigestParameters.read("Digest realm=\"open")).isEmpty();
    }

    @Test
    void longInputIsJudgedWithoutHarm() {
        assertThat(DigestParameters.read("Digest uri=" + "\"\\a, ".repeat(3000)))
                .isEmpty();
        assertThat(DigestParameters.read("Digest realm=\"" + "a".repeat(20_000) + "\""))
                .isEmpty();
    }
}
