package presentry.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A response carries the Via of the request but for what the server learned (RFC 3261, sections 8.2.6.2 and 18.2.1). */
class ViaTest {
    private static final InetSocketAddress SOURCE = new InetSocketAddress("192.0.2.7", 40_000);
    private static final String BEGIN = "SIP/2.0/UDP 192.0.2.1:5070;branch=z9hG4bK1";

    /** RFC 7339, section 4.2, puts quoted lists of algorithms there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ";oc;oc-algo=\"loss,A\"",
                ";oc-algo=\"loss\"",
                ";x=\"a;b\"",
                ";x=\"a\\\"b\"",
                ";x=\"a\\\\\";y=\"\\\";rport\"",
                ";x=\"\"",
                ";X=Y",
                "; x = y ",
                ";x=1;x=2",
            })
    void whatIsNotOursKeepsItsOctets(String parameters) {
        String seen = seen(BEGIN + parameters + ";rport" + parameters);

        assertThat(seen).isEqualTo(BEGIN + parameters + parameters.stripTrailing() + ";received=192.0.2.7;rport=40000");
    }

    /** RFC 3261, section 18.2.1: what the request claims of its source is not believed, in whatever case it is written. */
    @Test
    void everyClaimOfTheSourceIsReplaced() {
        String seen = seen(BEGIN + ";RPort=9;Received=10.0.0.1;received = 10.0.0.2;rport=9;x=\"y\"");

        assertThat(seen).isEqualTo(BEGIN + ";x=\"y\";received=192.0.2.7;rport=40000");
    }

    /** RFC 3261, section 16.7, item 3: a proxy removes its own element and nothing else. */
    @Test
    void theOtherElementsOfALineKeepTheirOctets() {
        SipHeaders headers = SipHeaders.builder()
                .add("Via", BEGIN + ", SIP / 2.0 / UDP a;x=\"1,2\" ,SIP/2.0/TCP b;y=\"\"")
                .build();

        assertThat(headers.toBuilder().removeTop("Via").build().first("Via"))
                .contains("SIP / 2.0 / UDP a;x=\"1,2\" ,SIP/2.0/TCP b;y=\"\"");
    }

    private static String seen(String text) {
        return Via.parse(text.strip()).orElseThrow().seenFrom(SOURCE);
    }
}
