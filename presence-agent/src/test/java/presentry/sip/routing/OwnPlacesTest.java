package presentry.sip.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import presentry.sip.message.SipUri;
import presentry.sip.transport.Transport;

/** RFC 3261, section 16.4: which Route is our own. */
class OwnPlacesTest {
    private static OwnPlaces at(String host, int port, Optional<String> advertised) {
        return new OwnPlaces(
                Map.of(Transport.UDP, new InetSocketAddress(host, port)), advertised, List.of("Example.test"));
    }

    @ParameterizedTest
    @CsvSource({
        "sip:192.0.2.1:5065;lr, true",
        "sip:EXAMPLE.test;lr, true",
        "sip:example.test:5065;lr, true",
        "sip:example.test:5066;lr, false",
        "sip:192.0.2.1;lr, false",
        "sip:192.0.2.2:5065;lr, false",
        "sip:sub.example.test;lr, false",
    })
    void aUriIsOursByNameOrByAddressAndPort(String uri, boolean ours) {
        assertThat(at("192.0.2.1", 5065, Optional.empty())
                        .isOurs(SipUri.parse(uri).orElseThrow()))
                .isEqualTo(ours);
    }

    @Test
    void theAdvertisedHostStandsInOurVia() {
        assertThat(at("0.0.0.0", 5065, Optional.of("sip.example.test")).place(Transport.UDP))
                .isEqualTo("sip.example.test:5065");
    }

    /** A wildcard address reaches nobody. */
    @Test
    void listeningAtAllAddressesWeCallOurselvesByOne() {
        assertThat(at("0.0.0.0", 5065, Optional.empty()).place(Transport.UDP))
                .matches("[0-9.]+:5065")
                .doesNotStartWith("0.0.0.0");
    }
}
