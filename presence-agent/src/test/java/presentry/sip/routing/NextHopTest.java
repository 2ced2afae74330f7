package presentry.sip.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.sip.message.SipUri;
import presentry.sip.transport.Transport;

/** RFC 3261, section 19.1; RFC 3263, section 4. */
class NextHopTest {
    private static NextHop.Choice of(String uri) {
        return NextHop.of(SipUri.parse(uri).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "sip:bob@example.test, UDP, example.test, 5060",
        "sip:bob@192.0.2.1:5070, UDP, 192.0.2.1, 5070",
        "sip:192.0.2.1;transport=TCP, TCP, 192.0.2.1, 5060",
        "sip:bob@[2001:db8::1]:5062;transport=udp, UDP, 2001:db8::1, 5062",
    })
    void aUriNamesTransportHostAndPort(String uri, Transport transport, String host, int port) {
        assertThat(of(uri)).isEqualTo(new NextHop.Choice.Possible(new NextHop(transport, host, port)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sips:bob@example.test", "sip:b@h;transport=tls", "sip:b@h;transport=sctp", "sip:b@h:70000"})
    void whatWeDoNotSpeakIsImpossible(String uri) {
        assertThat(of(uri)).isInstanceOf(NextHop.Choice.Impossible.class);
    }

    @Test
    void anotherSchemeIsNoSipUri() {
        assertThat(SipUri.parse("tel:+1")).isEmpty();
    }
}
