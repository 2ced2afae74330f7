package presentry.uri;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URIs as they stand in documents (RFC 4745, section 7.2; RFC 4826, section 3.1), and as some clients spell them. */
class UriValueTest {

    @ParameterizedTest
    @CsvSource({
        "sip%3Abob%40example.com, sip:bob@example.com",
        "SIP%3abob%40example.com, SIP:bob@example.com",
        "'\n sip%3Abob%40example.com ', sip:bob@example.com",
        "http%3A//h%3A80/xcap-root/x/users/sip%3Ab%40e/i/~~/l%5B%40name%3D%22a%22%5D,"
                + "'http://h:80/xcap-root/x/users/sip:b@e/i/~~/l[@name=\"a\"]'",
        "sip%3Aa%2540b%40x, sip:a%40b@x"
    })
    void aValueWithoutAColonThatDecodesOnceToAnAbsoluteUriIsThatUri(String written, String meant) {
        assertThat(UriValue.spelling(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:a%40b@x",
                "sip:a%2540b@x",
                "sip:bob%3Aone@example.com",
                "resource-lists/users/sip%3Abob%40example.com/index/~~/resource-lists",
                "smith",
                "50%25",
                "%",
                "sip%3",
                "sip%3A",
                "%3Abob",
                "sip%253Abob%2540example.com",
                "sip%3Abob%FF%40example.com",
                "sip%3Abob%0A%40example.com"
            })
    void whatIsAUriOrBecomesNoneIsNotDecoded(String written) {
        assertThat(UriValue.spelling(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h/", "HTTPS://h", "http%3A//h/x", " http://h/x\n", "http://[::1]:80/"})
    void isAnAbsoluteHttpUri(String value) {
        assertThat(UriValue.isAbsoluteHttp(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "http:", "http:/x", "http://", "http:///x", "ftp://h/", "//h/x", "/x", "http%3A/x", "x"})
    void isNoAbsoluteHttpUri(String value) {
        assertThat(UriValue.isAbsoluteHttp(value)).isFalse();
    }

    @Test
    void aValueThatIsTooLongForAUriIsNoneInEitherSpelling() {
        assertThat(UriValue.parse("sip%3A" + "%41".repeat(100_000) + "%40example.com"))
                .isEmpty();
    }
}
