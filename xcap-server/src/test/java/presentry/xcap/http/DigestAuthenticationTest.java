package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import presentry.account.DigestAlgorithm;
import presentry.account.DigestArithmetic;
import presentry.account.DigestCheck;
import presentry.account.DigestSettings;
import presentry.account.MemoryAccounts;
import presentry.uri.Aor;

/** RFC 7616 over a socket, and who may do what (RFC 4825, sections 5.7 and 8). */
class DigestAuthenticationTest {

    private static final String ALICE = "/pres-rules/users/sip:alice@example.com/index";
    private static final String BOB = "/pres-rules/users/sip:bob@example.com/index";

    private final XcapServerFixture server;
    private DigestAlgorithm algorithm = DigestAlgorithm.SHA_256;

    DigestAuthenticationTest(@TempDir Path folder) {
        DigestCheck check = new DigestCheck(
                new DigestSettings("example.com", "example.com", false, Duration.ofMinutes(5), 1000),
                MemoryAccounts.of("sip:alice@example.com", "sip:bob@example.com", "sip:root@example.com"),
                Clock.systemUTC(),
                new SecureRandom());
        Requesters requesters =
                new Requesters(List.of(Aor.parse("sip:root@example.com").orElseThrow()));
        server = new XcapServerFixture(
                folder, new DigestAuthentication(check, requesters, List.of("Python-urllib")), List.of());
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** RFC 7616, section 3.7; RFC 4825, section 8. */
    @Test
    void whoBringsNothingIsChallengedTheStrongestFirst() {
        HttpResponse<String> answer = server.get(ALICE);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("SHA-256", "qop=\"auth\""),
                        second -> assertThat(second).contains("MD5"));
    }

    /** Python's urllib reads the first challenge alone, and fails on an algorithm that it does not know. */
    @Test
    void aClientThatBearsNothingElseIsOfferedMd5Alone() {
        assertThat(server.get(ALICE, "User-Agent", "Python-urllib/3.11")
                        .headers()
                        .allValues("WWW-Authenticate"))
                .singleElement()
                .asString()
                .contains("algorithm=MD5");
    }

    @ParameterizedTest
    @EnumSource
    void usersWriteAndReadTheirOwnTree(DigestAlgorithm with) {
        algorithm = with;

        assertThat(put("alice", ALICE)).isEqualTo(201);
        assertThat(get("alice@example.com", ALICE)).isEqualTo(200);
    }

    @Test
    void nobodyEntersTheTreeOfAnother() {
        assertThat(put("bob", ALICE)).isEqualTo(403);
        assertThat(get("bob", ALICE)).isEqualTo(403);
    }

    @Test
    void administratorsEnterEachTree() {
        assertThat(put("root", ALICE)).isEqualTo(201);
        assertThat(get("root", ALICE)).isEqualTo(200);
    }

    /** RFC 4825, section 8: an unknown usage before authentication, an unknown user after it. */
    @ParameterizedTest
    @CsvSource({
        "/unknown-usage/users/sip:alice@example.com/index, 404",
        "/pres-rules/users/sip:nobody@example.com/index, 401",
        "/pres-rules/users/sip:alice@elsewhere.invalid/index, 401"
    })
    void whoseTreesThereAreIsNotToldToStrangers(String path, int status) {
        assertThat(server.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void anUnknownUserIsAnsweredLikeAWrongPassword() {
        HttpResponse<String> unknown =
                server.get(ALICE, "Authorization", credentials("nobody", "GET", ALICE, "secret"));
        HttpResponse<String> wrong = server.get(ALICE, "Authorization", credentials("alice", "GET", ALICE, "guess"));

        assertThat(unknown.statusCode()).isEqualTo(401).isEqualTo(wrong.statusCode());
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.headers().allValues("WWW-Authenticate")).hasSize(2).noneMatch(c -> c.contains("stale"));
    }

    /** RFC 7616, section 3.3. */
    @Test
    void aReplayIsChallengedAsStale() {
        put("alice", ALICE);
        String credentials = credentials("alice", "GET", ALICE, "secret");
        server.get(ALICE, "Authorization", credentials);

        HttpResponse<String> replay = server.get(ALICE, "Authorization", credentials);

        assertThat(replay.statusCode()).isEqualTo(401);
        assertThat(replay.headers().allValues("WWW-Authenticate")).allMatch(c -> c.contains("stale=true"));
    }

    /** RFC 7616, section 3.4.6. */
    @Test
    void credentialsForAnotherDocumentAreNotTaken() {
        String credentials = credentials("alice", "GET", ALICE, "secret");

        assertThat(server.get(BOB, "Authorization", credentials).statusCode()).isEqualTo(401);
    }

    /** Clients differ in what they percent-encode in the request line and in the credentials. */
    @Test
    void theTargetMayBeSpelledInTwoWays() {
        put("alice", ALICE);
        String encoded = ALICE.replace(":", "%3a").replace("@", "%40");

        assertThat(server.get(encoded, "Authorization", credentials("alice", "GET", ALICE, "secret"))
                        .statusCode())
                .isEqualTo(200);
    }

    /** python3-xcaplib sends the quotes of a node selector as they are, in both places. */
    @Test
    void quotesInTheTargetDoNotStandInTheWay() {
        String target = XcapServerFixture.ROOT + ALICE + "/~~/ruleset/rule[@id=\"a\"]";
        String credentials = credentialsFor("alice", "GET", target, "secret");

        String answer = server.raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: " + credentials + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ");
    }

    private int put(String login, String path) {
        return server.putRules(path, Rules.ALLOW_BOB, "Authorization", credentials(login, "PUT", path, "secret"))
                .statusCode();
    }

    private int get(String login, String path) {
        return server.get(path, "Authorization", credentials(login, "GET", path, "secret"))
                .statusCode();
    }

    private String credentials(String login, String method, String path, String password) {
        return credentialsFor(login, method, XcapServerFixture.ROOT + path, password);
    }

    private String credentialsFor(String login, String method, String target, String password) {
        Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"")
                .matcher(server.get(ALICE)
                        .headers()
                        .firstValue("WWW-Authenticate")
                        .orElseThrow());
        assertThat(nonce.find()).isTrue();
        String ha1 = DigestArithmetic.ha1(algorithm, login, "example.com", password);
        String response = DigestArithmetic.response(algorithm, ha1, nonce.group(1), "00000001", "c", method, target);
        return ("Digest username=\"%s\", realm=\"example.com\", nonce=\"%s\", uri=\"%s\", algorithm=%s, qop=auth,"
                        + " nc=00000001, cnonce=\"c\", response=\"%s\"")
                .formatted(login, nonce.group(1), target, algorithm.token(), response);
    }
}
