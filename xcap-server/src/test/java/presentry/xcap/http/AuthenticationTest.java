package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.account.Accounts;
import presentry.account.DigestAlgorithm;
import presentry.account.DigestVerifier;
import presentry.account.Nonces;
import presentry.account.PasswordVerifier;
import presentry.uri.Aor;

/** Who may ask, and how it is proven (RFC 4825, section 8; RFC 7616; RFC 7617). */
class AuthenticationTest {

    private static final String ALICES = "/pres-rules/users/sip:alice@example.com/index";
    private static final Aor ALICE = Aor.parse("sip:alice@example.com").orElseThrow();
    private static final Aor ROOT = Aor.parse("sip:root@example.com").orElseThrow();
    private static final Principals PRINCIPALS = new Principals(Set.of(ROOT));

    @Nested
    class Digest {

        private final XcapServerFixture server;

        Digest(@TempDir Path folder) {
            server = XcapServerFixture.withAccounts(folder, accounts -> {
                var nonces = new Nonces(new SecureRandom(), InstantSource.system(), Duration.ofMinutes(5), 1000);
                return new DigestAuthentication(
                        XcapServerFixture.REALM,
                        new DigestVerifier(XcapServerFixture.REALM, accounts, nonces),
                        nonces,
                        PRINCIPALS,
                        List.of(DigestAlgorithm.MD5, DigestAlgorithm.SHA_256));
            });
            provision(server.accounts());
        }

        @AfterEach
        void close() {
            server.close();
        }

        /** Section 8 of RFC 4825: an unknown usage is told first, an unknown user is challenged like a known one. */
        @Test
        void whoProvesNothingIsChallengedUnlessTheUsageIsUnknown() {
            HttpResponse<String> known = server.get(ALICES);
            HttpResponse<String> unknown = server.get("/pres-rules/users/sip:nobody@example.com/index");

            assertThat(known.statusCode()).isEqualTo(401);
            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(server.get("/pres-rules/users/@/index").statusCode()).isEqualTo(401);
            assertThat(server.get("/unknown/users/alice/index").statusCode()).isEqualTo(404);
            assertThat(known.headers().allValues("WWW-Authenticate"))
                    .hasSize(2)
                    .allSatisfy(challenge ->
                            assertThat(challenge).contains("Digest realm=\"example.com\"", "qop=\"auth\"", "nonce=\""));
            assertThat(known.headers().allValues("WWW-Authenticate"))
                    .doesNotContainAnyElementsOf(unknown.headers().allValues("WWW-Authenticate"));
        }

        @ParameterizedTest
        @EnumSource
        void whoKnowsThePasswordReadsTheOwnTree(DigestAlgorithm algorithm) {
            assertThat(get(ALICES, "alice", "secret", algorithm)).isEqualTo(404);
            assertThat(get(ALICES, "alice@example.com", "secret", algorithm)).isEqualTo(404);
            assertThat(get(ALICES, "alice", "wrong", algorithm)).isEqualTo(401);
            assertThat(get(ALICES, "nobody", "secret", algorithm)).isEqualTo(401);
        }

        @Test
        void anotherTreeIsForbiddenAndTheGlobalOneReadOnly() {
            assertThat(get("/pres-rules/users/sip:bob@example.com/index", "alice", "secret", DigestAlgorithm.MD5))
                    .isEqualTo(403);
            assertThat(get("/xcap-caps/global/index", "alice", "secret", DigestAlgorithm.MD5))
                    .isEqualTo(200);
            assertThat(get("/rls-services/global/index", "alice", "secret", DigestAlgorithm.MD5))
                    .isEqualTo(403);
        }

        @Test
        void anAdministratorReadsEachTreeAndIsToldOfUsersThatAreNone() {
            assertThat(get(ALICES, "root", "toor", DigestAlgorithm.SHA_256)).isEqualTo(404);
            assertThat(get("/rls-services/global/index", "root", "toor", DigestAlgorithm.SHA_256))
                    .isEqualTo(200);
        }

        @Test
        void credentialsForAnotherTargetProveNothing() {
            String field = authorization(ALICES, "alice", "secret", DigestAlgorithm.MD5, "GET");

            assertThat(server.get(ALICES + "2", "Authorization", field).statusCode())
                    .isEqualTo(401);
        }

        @Test
        void credentialsAreGoodForOneRequest() {
            String field = authorization(ALICES, "alice", "secret", DigestAlgorithm.MD5, "GET");

            assertThat(server.get(ALICES, "Authorization", field).statusCode()).isEqualTo(404);
            assertThat(server.get(ALICES, "Authorization", field).statusCode()).isEqualTo(401);
        }

        /** Clients hash a node selector before they encode it. */
        @Test
        void aHashedTargetWithRawQuotesIsUnderstood() {
            String hashed = ALICES + "/~~/a[@b=\"c\"]/@d";
            String field = authorization(hashed, "alice", "secret", DigestAlgorithm.MD5, "GET");

            assertThat(server.get(ALICES + "/~~/a%5B@b=%22c%22%5D/@d", "Authorization", field)
                            .statusCode())
                    .isEqualTo(404);
        }

        private int get(String path, String user, String password, DigestAlgorithm algorithm) {
            String field = authorization(path, user, password, algorithm, "GET");
            return server.get(path, "Authorization", field).statusCode();
        }

        private String authorization(
                String path, String user, String password, DigestAlgorithm algorithm, String method) {
            String challenge =
                    server.get(ALICES).headers().firstValue("WWW-Authenticate").orElseThrow();
            var nonce = Pattern.compile("nonce=\"([^\"]+)\"").matcher(challenge);
            assertThat(nonce.find()).isTrue();
            String uri = XcapServerFixture.ROOT + path;
            String secret = algorithm.hash(user + ":" + XcapServerFixture.REALM + ":" + password);
            String response = algorithm.hash(String.join(
                    ":", secret, nonce.group(1), "00000001", "c", "auth", algorithm.hash(method + ":" + uri)));
            return "Digest username=\"" + user + "\", realm=\"" + XcapServerFixture.REALM + "\", nonce=\""
                    + nonce.group(1) + "\", uri=\"" + uri + "\", response=\"" + response + "\", algorithm="
                    + algorithm.token() + ", qop=auth, nc=00000001, cnonce=\"c\"";
        }
    }

    @Nested
    class Basic {

        private final XcapServerFixture server;

        Basic(@TempDir Path folder) {
            server = XcapServerFixture.withAccounts(
                    folder,
                    accounts -> new BasicAuthentication(
                            XcapServerFixture.REALM,
                            new PasswordVerifier(XcapServerFixture.REALM, accounts),
                            PRINCIPALS));
            provision(server.accounts());
        }

        @AfterEach
        void close() {
            server.close();
        }

        @Test
        void whoKnowsThePasswordReadsTheOwnTree() {
            assertThat(server.get(ALICES, "Authorization", basic("alice:secret"))
                            .statusCode())
                    .isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"alice:wrong", "nobody:secret", "alice", ""})
        void whoDoesNotIsChallenged(String pair) {
            assertThat(server.get(ALICES, "Authorization", basic(pair)).statusCode())
                    .isEqualTo(401);
        }

        private static String basic(String pair) {
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aTrustedProxySaysWhoAsks(@TempDir Path folder) {
        var trusted = Set.of(InetAddress.getLoopbackAddress());
        try (var server =
                XcapServerFixture.withAccounts(folder, accounts -> new AssertedIdentity(trusted, PRINCIPALS))) {
            provision(server.accounts());

            assertThat(asserted(server, "\"sip:alice@example.com\"")).isEqualTo(404);
            assertThat(asserted(server, "\"tel:+123\", \"sip:bob@example.com\""))
                    .isEqualTo(403);
            assertThat(server.get(ALICES).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aPeerThatIsNotTrustedIsRefused(@TempDir Path folder) {
        try (var server =
                XcapServerFixture.withAccounts(folder, accounts -> new AssertedIdentity(Set.of(), PRINCIPALS))) {
            provision(server.accounts());

            assertThat(asserted(server, "\"sip:alice@example.com\"")).isEqualTo(403);
        }
    }

    private static int asserted(XcapServerFixture server, String identity) {
        return server.get(ALICES, "X-3GPP-Asserted-Identity", identity).statusCode();
    }

    private static void provision(Accounts accounts) {
        accounts.put(ALICE, "secret").toCompletableFuture().join();
        accounts.put(ROOT, "toor").toCompletableFuture().join();
    }
}
