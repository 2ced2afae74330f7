package presentry.sip.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import presentry.sip.NameServer;
import presentry.sip.dns.DnsServiceRecords;
import presentry.sip.message.SipUri;

/** RFC 3263, section 4, with a name server that is asked over UDP. Targets are addresses, so that no other one is. */
class ServerLocatorTest {
    private static List<String> places(NameServer server, String uri) {
        return places(new DnsServiceRecords(List.of(server.address())), uri, new Random(1));
    }

    private static List<String> places(ServiceRecords records, String uri, Random random) {
        CompletableFuture<Located> found = new CompletableFuture<>();
        new ServerLocator(records, random, Runnable::run)
                .locate(SipUri.parse(uri).orElseThrow(), found::complete);
        return switch (found.join()) {
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

    /** Section 4.2: a name without SRV records is a host, and its port the usual one; this one the hosts file knows. */
    @Test
    void withoutAnyRecordsTheNameIsAHost() {
        try (NameServer server = new NameServer()) {
            assertThat(places(server, "sip:bob@localhost")).contains("UDP 127.0.0.1:5060");
        }
    }

    @Test
    void whoeverWaitsForAWayHearsOfALookupThatFailed() {
        ServiceRecords broken = new ServiceRecords() {
            @Override
            public CompletableFuture<List<Naptr>> naptr(String domain) {
                throw new IllegalStateException("defect");
            }

            @Override
            public CompletableFuture<List<Srv>> srv(String name) {
                throw new IllegalStateException("defect");
            }

            @Override
            public CompletableFuture<List<InetAddress>> addresses(String host) {
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

    /** Section 4.2: the addresses of an SRV record's target come from the same name server. */
    @Test
    void theTargetOfAServiceIsLookedUpInTheDns() {
        try (NameServer server = new NameServer(
                "_sip._udp.example.test. SRV 1 1 5070 sip.example.test.", "sip.example.test. A 192.0.2.9")) {
            assertThat(places(server, "sip:example.test;transport=udp")).containsExactly("UDP 192.0.2.9:5070");
        }
    }

    /** Records whose answers never come. */
    private record Silent(List<CompletableFuture<List<InetAddress>>> asked) implements ServiceRecords {
        @Override
        public CompletableFuture<List<Naptr>> naptr(String domain) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<List<Srv>> srv(String name) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<List<InetAddress>> addresses(String host) {
            CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer;
        }
    }

    /** Slow names keep no thread, and no more than 256 of them are under way: the next is refused at once. */
    @Test
    void whereTooManyNamesAreSlowTheNextIsRefusedAtOnce() {
        Silent silent = new Silent(new ArrayList<>());
        List<Located> found = new ArrayList<>();
        try (ServerLocator locator = new ServerLocator(silent, new Random(1), Runnable::run)) {
            for (int i = 0; i < 257; i++) {
                locator.locate(
                        SipUri.parse("sip:slow" + i + ".example.test:5060").orElseThrow(), found::add);
            }

            assertThat(found).containsExactly(new Located.Nowhere("too many names are being looked up"));
            assertThat(silent.asked()).hasSize(256);
        }
    }

    @Test
    void whatIsLookedUpWhenTheServerStopsIsGivenUp() {
        Silent silent = new Silent(new ArrayList<>());
        List<Located> found = new ArrayList<>();
        ServerLocator locator = new ServerLocator(silent, new Random(1), Runnable::run);
        locator.locate(SipUri.parse("sip:slow.example.test:5060").orElseThrow(), found::add);

        locator.close();
        silent.asked().getFirst().complete(List.of(InetAddress.getLoopbackAddress()));

        assertThat(found).isEmpty();
    }
}
