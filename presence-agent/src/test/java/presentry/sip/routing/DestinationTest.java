package presentry.sip.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.sip.message.SipUri;
import presentry.sip.transport.Transport;

/** RFC 3261, section 19.1; RFC 3263, section 4. */
class DestinationTest {
    private static Destination of(String uri) {
        return Destination.of(SipUri.parse(uri).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "sip:bob@example.test:5060, UDP, example.test, 5060",
        "sip:bob@192.0.2.1:5070, UDP, 192.0.2.1, 5070",
        "sip:bob@192.0.2.1, UDP, 192.0.2.1, 5060",
        "sip:bob@localhost, UDP, localhost, 5060",
        "sip:192.0.2.1;transport=TCP, TCP, 192.0.2.1, 5060",
        "sip:bob@[2001:db8::1]:5062;transport=udp, UDP, 2001:db8::1, 5062",
    })
    void aUriWithAnAddressOrAPortSaysAll(String uri, Transport transport, String host, int port) {
        assertThat(of(uri)).isEqualTo(new Destination.Exact(new NextHop(transport, host, port)));
    }

    @Test
    void aNameAloneMeansTheServersOfADomain() {
        assertThat(of("sip:bob@example.test")).isEqualTo(new Destination.OfDomain("example.test", Optional.empty()));
    }

    @Test
    void aUriMayWantATransportOfThem() {
        assertThat(of("sip:example.test;transport=tcp"))
                .isEqualTo(new Destination.OfDomain("example.test", Optional.of(Transport.TCP)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sips:bob@example.test", "sip:b@h;transport=tls", "sip:b@h;transport=sctp", "sip:b@h:70000"})
    void whatWeDoNotSpeakIsImpossible(String uri) {
        assertThat(of(uri)).isInstanceOf(Destination.Impossible.class);
    }

    @Test
    void anotherSchemeIsNoSipUri() {
        assertThat(SipUri.parse("tel:+1")).isEmpty();
    }
}
