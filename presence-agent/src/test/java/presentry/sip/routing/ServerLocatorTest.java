package presentry.sip.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import presentry.sip.NameServer;
import presentry.sip.dns.DnsServiceRecords;
import presentry.sip.message.SipUri;

/** RFC 3263, section 4, with a name server that is asked over UDP. Targets are addresses, so that no other one is. */
class ServerLocatorTest {
    /** Looked up like a name, as SIP has no such addresses; the JDK knows where it leads without a name server. */
    private static final String LOCAL_NAME = "127.1";

    private static List<String> places(NameServer server, String uri) {
        return places(new DnsServiceRecords(List.of(server.address())), uri, new Random(1));
    }

    private static List<String> places(ServiceRecords records, String uri, Random random) {
        List<Located> found = new ArrayList<>();
        new ServerLocator(records, random, Runnable::run)
                .locate(SipUri.parse(uri).orElseThrow(), found::add);
        return switch (found.getFirst()) {
            case Located.At(List<Place> places) ->
                places.stream()
                        .map(place -> place.transport() + " "
                                + place.address().getAddress().getHostAddress() + ":"
                                + place.address().getPort())
                        .toList();
            case Located.Nowhere(String sentence) -> List.of(sentence);
        };
    }

    /** Section 4.1: what the domain prefers goes first. */
    @Test
    void naptrRecordsChooseTheTransport() {
        try (NameServer server = new NameServer(
                "example.test. NAPTR 20 10 \"s\" \"SIP+D2U\" \"\" _sip._udp.example.test.",
                "example.test. NAPTR 10 10 \"s\" \"SIP+D2T\" \"\" _sip._tcp.example.test.",
                "example.test. NAPTR 5 10 \"s\" \"SIPS+D2T\" \"\" _sips._tcp.example.test.",
                "_sip._udp.example.test. SRV 1 1 5070 192.0.2.1.",
                "_sip._tcp.example.test. SRV 1 1 5080 192.0.2.2.")) {
            assertThat(places(server, "sip:bob@example.test")).containsExactly("TCP 192.0.2.2:5080");
        }
    }

    /** Section 4.1: without NAPTR records the SRV records of each transport are looked for. */
    @Test
    void withoutNaptrRecordsTheTransportIsOneThatHasServers() {
        try (NameServer server = new NameServer("_sip._tcp.example.test. SRV 1 1 5080 192.0.2.2.")) {
            assertThat(places(server, "sip:bob@example.test")).containsExactly("TCP 192.0.2.2:5080");
        }
    }

    /** Section 4.2. */
    @Test
    void theTransportOfTheUriIsKept() {
        try (NameServer server = new NameServer(
                "example.test. NAPTR 10 10 \"s\" \"SIP+D2T\" \"\" _sip._tcp.example.test.",
                "_sip._udp.example.test. SRV 1 1 5070 192.0.2.1.",
                "_sip._tcp.example.test. SRV 1 1 5080 192.0.2.2.")) {
            assertThat(places(server, "sip:bob@example.test;transport=udp")).containsExactly("UDP 192.0.2.1:5070");
        }
    }

    /** RFC 2782: a lower priority number goes first. */
    @Test
    void serversAreTriedByPriority() {
        try (NameServer server = new NameServer(
                "_sip._udp.example.test. SRV 20 1 5070 192.0.2.3.",
                "_sip._udp.example.test. SRV 10 1 5070 192.0.2.1.",
                "_sip._udp.example.test. SRV 15 1 5070 192.0.2.2.")) {
            assertThat(places(server, "sip:example.test;transport=udp"))
                    .containsExactly("UDP 192.0.2.1:5070", "UDP 192.0.2.2:5070", "UDP 192.0.2.3:5070");
        }
    }

    /** RFC 2782: among equals by lot, according to the weights. */
    @Test
    void weightsShareTheRequests() {
        try (NameServer server = new NameServer(
                "_sip._udp.example.test. SRV 1 90 5070 192.0.2.1.",
                "_sip._udp.example.test. SRV 1 10 5070 192.0.2.2.")) {
            ServiceRecords records = new DnsServiceRecords(List.of(server.address()));
            Random random = new Random(20261121);

            long first = IntStream.range(0, 1_000)
                    .filter(i -> places(records, "sip:example.test;transport=udp", random)
                            .getFirst()
                            .contains("192.0.2.1"))
                    .count();

            assertThat(first).isBetween(850L, 950L);
        }
    }

    /** The time to live that the records came with. */
    @Test
    void aNameServerIsAskedOnceForTheSame() {
        try (NameServer server = new NameServer("_sip._udp.example.test. SRV 1 1 5070 192.0.2.1.")) {
            ServiceRecords records = new DnsServiceRecords(List.of(server.address()));
            for (int i = 0; i < 10; i++) {
                places(records, "sip:bob@example.test", new Random(i));
            }

            assertThat(server.questions()).isEqualTo(2); // NAPTR, of which there are none, and SRV
        }
    }

    /** Section 4.2: a name without SRV records is a host, and its port the usual one; this one the JDK knows. */
    @Test
    void withoutAnyRecordsTheNameIsAHost() {
        try (NameServer server = new NameServer()) {
            assertThat(places(server, "sip:bob@" + LOCAL_NAME)).contains("UDP 127.0.0.1:5060");
        }
    }

    @Test
    void whoeverWaitsForAWayHearsOfALookupThatFailed() {
        ServiceRecords broken = new ServiceRecords() {
            @Override
            public List<Naptr> naptr(String domain) {
                throw new IllegalStateException("defect");
            }

            @Override
            public List<Srv> srv(String name) {
                throw new IllegalStateException("defect");
            }
        };

        assertThat(places(broken, "sip:example.test", new Random(1))).containsExactly("looking up the next hop failed");
    }

    /** RFC 2782: a target of "." says that the service is decidedly not offered. */
    @Test
    void aServiceThatIsNotOfferedIsNowhere() {
        try (NameServer server = new NameServer("_sip._udp.example.test. SRV 0 0 0 .")) {
            assertThat(places(server, "sip:example.test;transport=udp"))
                    .containsExactly("there is no host example.test");
        }
    }
}
