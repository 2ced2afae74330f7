package presentry.uri;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    /** RFC 3261, section 25.1. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "presence.winfo", "z9hG4bK-1", "-.!%*_+`'~"})
    void isAToken(String text) {
        assertThat(SipToken.isToken(text)).isTrue();
    }

    /** RFC 3261, section 25.1. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a;b", "a/b", "\u00fc", "a@b", "\"a\"", "a\n"})
    void isNoToken(String text) {
        assertThat(SipToken.isToken(text)).isFalse();
    }

    /** RFC 3490, section 4.1; addresses: RFC 5954, section 4.2. */
    @ParameterizedTest
    @CsvSource({
        "Example.COM, example.com",
        "B\u00fccher.example, xn--bcher-kva.example",
        "xn--BCHER-kva.example, xn--bcher-kva.example",
        "stra\u00dfe.example, strasse.example",
        "b\u00fccher\u3002example, xn--bcher-kva.example",
        "localhost, localhost",
        "192.0.2.1, 192.0.2.1",
        "192.0.2.01, 192.0.2.1",
        "[0:0::1], [::1]",
        "Example.com., example.com",
        "b\u00fccher\u3002example\u3002, xn--bcher-kva.example",
    })
    void domainHasAnAsciiForm(String domain, String ascii) {
        assertThat(DomainName.toAscii(domain)).contains(ascii);
    }

    /** RFC 3261, section 25.1: where a domain may stand, an address in brackets may. */
    @Test
    void anIpv6AddressInBracketsHasOneSpelling() {
        assertThat(DomainName.toAscii("[2001:DB8:0:0::1]")).isEqualTo(DomainName.toAscii("[2001:db8::1]"));
        assertThat(DomainName.toAscii("[2001:db8::1]")).isPresent();
    }

    /** RFC 4745, section 7.1.3: no conversion, no equality. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ".example.com",
                "example.com..",
                "a..b",
                "a b",
                "a@b",
                "[::1",
                "[example.com]",
                "192.0.2",
                "\u00fc..example",
                "a23456789012345678901234567890123456789012345678901234567890123x.example",
            })
    void domainHasNoAsciiForm(String domain) {
        assertThat(DomainName.toAscii(domain)).isEmpty();
    }
}
