package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.account.EveryUserOfDomains;

/** 3GPP TS 24.109, section 5: X-3GPP-Asserted-Identity. */
class AssertedAuthenticationTest {

    private static final String ALICE = "/pres-rules/users/sip:alice@example.com/index";
    private static final String FIELD = "X-3GPP-Asserted-Identity";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sip:alice@example.com\"",
                "sip:alice@example.com",
                "\"tel:+15550100\", \"sips:alice@EXAMPLE.com\""
            })
    void whomATrustedProxyNamesIsLetIn(String identity) {
        try (XcapServerFixture server = server(true)) {
            assertThat(server.get(ALICE, FIELD, identity).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whomItNamesIsStillBoundToHisTree() {
        try (XcapServerFixture server = server(true)) {
            assertThat(server.putRules(ALICE, Rules.ALLOW_BOB, FIELD, "\"sip:bob@example.com\"")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"sip:alice@elsewhere.example\"", "alice", "\"sip:alice@example.com"})
    void withoutAUserOfOursNothingIsLetIn(String identity) {
        try (XcapServerFixture server = server(true)) {
            assertThat(server.get(ALICE, FIELD, identity).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void thatOfOthersDoesNotCount() {
        try (XcapServerFixture server = server(false)) {
            assertThat(server.get(ALICE, FIELD, "\"sip:alice@example.com\"").statusCode())
                    .isEqualTo(403);
        }
    }

    private XcapServerFixture server(boolean trustsLoopback) {
        return new XcapServerFixture(
                folder,
                new AssertedAuthentication(
                        trustsLoopback ? InetAddress::isLoopbackAddress : address -> false,
                        new EveryUserOfDomains(List.of("example.com")),
                        new Requesters(List.of())),
                List.of());
    }
}
