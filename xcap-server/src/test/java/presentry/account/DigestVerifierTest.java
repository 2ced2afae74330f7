package presentry.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import presentry.account.DigestVerifier.Verdict;
import presentry.uri.Aor;

/** RFC 7616, section 3.4. */
class DigestVerifierTest {

    private static final String REALM = "http-auth@example.org";
    private static final Aor MUFASA = Aor.parse("sip:Mufasa@example.org").orElseThrow();
    private static final Login LOGIN = Login.of(MUFASA, "Mufasa", REALM, "Circle of Life");

    private final Nonces nonces = new Nonces(new Random(1), InstantSource.system(), Duration.ofMinutes(5), 10);
    private final DigestVerifier verifier =
            new DigestVerifier(REALM, name -> name.equals("Mufasa") ? List.of(LOGIN) : List.of(), nonces);

    /** The figures of section 3.9.1. */
    @ParameterizedTest
    @CsvSource({
        "MD5, 8ca523f5e9506fed4657c9700eebdbec",
        "SHA_256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    })
    void theResponseIsThatOfTheExample(DigestAlgorithm algorithm, String expected) {
        var credentials = new DigestCredentials(
                "Mufasa",
                REALM,
                "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                "/dir/index.html",
                "",
                algorithm,
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
                "00000001");

        assertThat(DigestVerifier.response(LOGIN.hash(algorithm), credentials, "GET"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void whoKnowsThePasswordIsTheUser(DigestAlgorithm algorithm) {
        assertThat(verifier.verify(credentials(algorithm, "Mufasa", "Circle of Life"), "GET"))
                .isEqualTo(new Verdict.Proven(MUFASA));
    }

    @Test
    void anotherPasswordMethodOrUserProvesNothing() {
        assertThat(verifier.verify(credentials(DigestAlgorithm.MD5, "Mufasa", "Hakuna"), "GET"))
                .isEqualTo(new Verdict.Unproven());
        assertThat(verifier.verify(credentials(DigestAlgorithm.MD5, "Mufasa", "Circle of Life"), "PUT"))
                .isEqualTo(new Verdict.Unproven());
        assertThat(verifier.verify(credentials(DigestAlgorithm.MD5, "Scar", "Circle of Life"), "GET"))
                .isEqualTo(new Verdict.Unproven());
    }

    @Test
    void aReplayProvesNothing() {
        DigestCredentials credentials = credentials(DigestAlgorithm.SHA_256, "Mufasa", "Circle of Life");
        verifier.verify(credentials, "GET");

        assertThat(verifier.verify(credentials, "GET")).isEqualTo(new Verdict.Unproven());
    }

    private DigestCredentials credentials(DigestAlgorithm algorithm, String name, String password) {
        var unsigned = new DigestCredentials(name, REALM, nonces.next(), "/x", "", algorithm, "c", "00000001");
        String secret = Login.of(MUFASA, name, REALM, password).hash(algorithm);
        return new DigestCredentials(
                name,
                REALM,
                unsigned.nonce(),
                "/x",
                DigestVerifier.response(secret, unsigned, "GET"),
                algorithm,
                "c",
                "00000001");
    }
}
