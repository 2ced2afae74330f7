package presentry.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.account.Accounts;
import presentry.account.Credentials;
import presentry.account.DigestAlgorithm;
import presentry.account.DigestArithmetic;
import presentry.account.DigestCheck;
import presentry.account.DigestSettings;
import presentry.agent.presentity.Command;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.uri.Aor;
import presentry.uri.CanonicalUri;

/** Digest over SIP: RFC 3261, section 22; RFC 8760. */
class ProvenIdentityTest {
    private static final Aor BOB = Aor.parse("sip:bob@example.com").orElseThrow();

    private final SenderProof proof = new SenderProof(
            new DigestCheck(
                    new DigestSettings("example.com", "example.com", false, Duration.ofMinutes(5), 100),
                    new OnlyBob(),
                    InstantSource.system(),
                    new Random(1)),
            List.of("baresip"));
    private DigestAlgorithm algorithm = DigestAlgorithm.SHA_256;

    /** RFC 3261, section 22.2; RFC 8760, section 2.3: one challenge for each algorithm, the strongest first. */
    @ParameterizedTest
    @ValueSource(strings = {"SUBSCRIBE", "PUBLISH", "MESSAGE", "REGISTER"})
    void whoeverAsksIsChallenged(String method) {
        Edge edge = edge().receives(Requests.outsideOfDialogs(method, Requests.ALICE));

        assertThat(edge.response().status()).isEqualTo(401);
        assertThat(challenges(edge.response()))
                .satisfiesExactly(
                        first -> assertThat(first).contains("realm=\"example.com\"", "SHA-256", "qop=\"auth\""),
                        second -> assertThat(second).contains("MD5"));
    }

    /** A server that takes passwords takes nobody's word instead. */
    @Test
    void whatAPeerOfThisMachineAssertsDoesNotCount() {
        Edge edge = edge().receives(Requests.subscribe().header("P-Asserted-Identity", "<sip:bob@example.com>"));

        assertThat(edge.response().status()).isEqualTo(401);
        assertThat(edge.commands).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoKnowsThePasswordIsTheUserOfTheAccount(DigestAlgorithm with) {
        algorithm = with;

        Edge edge = edge().receives(Requests.subscribe().header("Authorization", credentials("secret")));

        assertThat(edge.onlyCommand(Command.Subscribe.class)
                        .watcher()
                        .identity()
                        .uris())
                .containsExactly(CanonicalUri.parse("sip:bob@example.com").orElseThrow());
    }

    /** RFC 3261, section 22.3: some clients take each server for a proxy. */
    @Test
    void credentialsForAProxyAreTakenToo() {
        Edge edge = edge().receives(Requests.subscribe().header("Proxy-Authorization", credentials("secret")));

        assertThat(edge.onlyCommand(Command.Subscribe.class)).isNotNull();
    }

    /** RFC 7616, section 5.7; RFC 3261, section 20.33. */
    @Test
    void whoGuessesMustWait() {
        for (int guess = 0; guess < 5; guess++) {
            edge().receives(Requests.subscribe().header("Authorization", credentials("guess")));
        }

        Edge edge = edge().receives(Requests.subscribe().header("Authorization", credentials("guess")));

        assertThat(edge.response().status()).isEqualTo(500);
        assertThat(edge.response().headers().first("Retry-After")).contains("1");
        assertThat(edge.commands).isEmpty();
    }

    @Test
    void aWrongPasswordIsChallengedAgain() {
        Edge edge = edge().receives(Requests.subscribe().header("Authorization", credentials("guess")));

        assertThat(edge.response().status()).isEqualTo(401);
        assertThat(challenges(edge.response())).noneMatch(challenge -> challenge.contains("stale"));
    }

    /** What others are shown must be what was proven. */
    @Test
    void fromMustBeTheAddressOfTheAccount() {
        Edge edge = edge().receives(Requests.subscribe()
                .from("<sip:alice@example.com>;tag=b0b")
                .header("Authorization", credentials("secret")));

        assertThat(edge.response().status()).isEqualTo(403);
        assertThat(edge.commands).isEmpty();
    }

    /** RFC 3261, section 22: a tag of the dialog is no proof. */
    @Test
    void insideADialogWhoeverAsksIsChallengedToo() {
        Edge edge = edge().receives(Requests.resubscribe());

        assertThat(edge.response().status()).isEqualTo(401);
        assertThat(edge.commands).isEmpty();
    }

    /** The From of the dialog is alice's, the password is bob's. */
    @Test
    void insideADialogAnotherAccountsCredentialsAreRefused() {
        Edge edge = edge().receives(Requests.resubscribe()
                .requestUri(Requests.ALICE)
                .from("<sip:alice@example.com>;tag=a11ce")
                .header("Authorization", credentials("secret")));

        assertThat(edge.response().status()).isEqualTo(403);
        assertThat(edge.commands).isEmpty();
    }

    /** RFC 7616, section 3.3. */
    @Test
    void aReplayIsChallengedAsStale() {
        String credentials = credentials("secret");
        edge().receives(Requests.subscribe().header("Authorization", credentials));

        Edge replay = edge().receives(Requests.subscribe().header("Authorization", credentials));

        assertThat(replay.response().status()).isEqualTo(401);
        assertThat(challenges(replay.response())).allMatch(challenge -> challenge.contains("stale=true"));
    }

    /** RFC 7616, section 3.4.6. */
    @Test
    void credentialsForAnotherUserAreNotTaken() {
        Edge edge = edge().receives(Requests.subscribe()
                .requestUri("sip:carol@example.com")
                .header("Authorization", credentials("secret")));

        assertThat(edge.response().status()).isEqualTo(401);
    }

    /** baresip 1.0 gives up when one of the challenges is not MD5. */
    @Test
    void aClientThatBearsNothingElseIsOfferedMd5Alone() {
        Edge edge = edge().receives(Requests.subscribe().header("User-Agent", "baresip v1.0.0 (x86_64/linux)"));

        assertThat(challenges(edge.response())).singleElement().asString().contains("algorithm=MD5");
    }

    /** What is understood is no secret (RFC 3261, section 11.2). */
    @Test
    void optionsNeedsNoProof() {
        assertThat(edge().receives(Requests.outsideOfDialogs("OPTIONS", Requests.ALICE))
                        .response()
                        .status())
                .isEqualTo(200);
    }

    private Edge edge() {
        return Edge.askingForProof(proof);
    }

    private static List<String> challenges(SipResponse response) {
        return response.headers().all("WWW-Authenticate");
    }

    /** Of bob, for a SUBSCRIBE to alice. */
    private String credentials(String password) {
        SipRequest.Builder first = Requests.subscribe();
        String challenge = challenges(edge().receives(first).response()).getFirst();
        Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"").matcher(challenge);
        assertThat(nonce.find()).isTrue();
        String ha1 = DigestArithmetic.ha1(algorithm, "bob", "example.com", password);
        String response =
                DigestArithmetic.response(algorithm, ha1, nonce.group(1), "00000001", "c", "SUBSCRIBE", Requests.ALICE);
        return ("Digest username=\"bob\", realm=\"example.com\", nonce=\"%s\", uri=\"%s\", algorithm=%s, qop=auth,"
                        + " nc=00000001, cnonce=\"c\", response=\"%s\"")
                .formatted(nonce.group(1), Requests.ALICE, algorithm.token(), response);
    }

    /** The only account is bob's. */
    private record OnlyBob() implements Accounts {
        @Override
        public Optional<Credentials> of(Aor user) {
            return Optional.of(Credentials.of(BOB, "example.com", "secret"))
                    .filter(bob -> bob.user().equals(user));
        }

        @Override
        public List<Credentials> all() {
            return of(BOB).stream().toList();
        }

        @Override
        public CompletionStage<Boolean> put(Credentials credentials) {
            return CompletableFuture.completedStage(false);
        }

        @Override
        public CompletionStage<Boolean> remove(Aor user) {
            return CompletableFuture.completedStage(false);
        }
    }
}
