package presentry.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The values of the examples of RFC 7616, section 3.9.1, and RFC 2617, section 3.5. */
class DigestArithmeticTest {

    private static final String REALM = "http-auth@example.org";
    private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    @Test
    void theSha256ResponseIsThatOfTheExample() {
        assertThat(response(DigestAlgorithm.SHA_256))
                .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }

    @Test
    void theMd5ResponseIsThatOfTheExample() {
        assertThat(response(DigestAlgorithm.MD5)).isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
    }

    /** RFC 2069, section 2.4, with the response that its erratum corrects. */
    @Test
    void theResponseWithoutQopIsThatOfTheOldExample() {
        String ha1 = DigestArithmetic.ha1(DigestAlgorithm.MD5, "Mufasa", "testrealm@host.com", "CircleOfLife");

        String response = DigestArithmetic.responseWithoutQop(
                DigestAlgorithm.MD5, ha1, "dcd98b7102dd2f0e8b11d0f600bfb0c093", "GET", "/dir/index.html");

        assertThat(response).isEqualTo("1949323746fe6a43ef61f9606e7febea");
    }

    private static String response(DigestAlgorithm algorithm) {
        String ha1 = DigestArithmetic.ha1(algorithm, "Mufasa", REALM, "Circle of Life");
        return DigestArithmetic.response(algorithm, ha1, NONCE, "00000001", CNONCE, "GET", "/dir/index.html");
    }
}
