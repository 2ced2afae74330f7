package presentry.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;
import presentry.sip.message.SipRequest;
import presentry.sip.transaction.TransactionEnd;
import presentry.sip.transport.Flow;
import presentry.sip.transport.Transport;

/** RFC 3261, section 17.1.2, with RFC 4320: the asking side, over real sockets. */
class ClientTransactionTest {
    private static SipRequest notify(String requestUri) {
        return SipRequest.builder("NOTIFY", requestUri)
                .from("<sip:alice@example.test>;tag=server")
                .to("<sip:bob@example.test>;tag=bob")
                .callId("dialog-1")
                .cseq(7)
                .header("Event", "presence")
                .header("Subscription-State", "active;expires=60")
                .build();
    }

    private static String uriOf(Peer peer) {
        return "sip:user-0x5563c8dd6b00@" + peer.place();
    }

    /** RFC 3261, section 8.1.1: the Request-URI is the Contact byte for byte, the Via is ours. */
    @Test
    void theRequestArrivesWithItsUriUntouchedAndOurViaOnTop() {
        try (TestStack server = new TestStack();
                UdpPeer bob = server.udp()) {
            server.send(notify(uriOf(bob)), Optional.empty());

            String heard = bob.hear();

            assertThat(Texts.firstLine(heard)).isEqualTo("NOTIFY " + uriOf(bob) + " SIP/2.0");
            assertThat(Texts.header(heard, "Via"))
                    .matches("SIP/2\\.0/UDP 127\\.0\\.0\\.1:"
                            + server.stack.address(Transport.UDP).getPort() + ";branch=z9hG4bK[0-9a-f]{16};rport");
            assertThat(heard).contains("Max-Forwards: 70\r\n", "CSeq: 7 NOTIFY\r\n", "Content-Length: 0\r\n");
        }
    }

    @Test
    void aFinalResponseEndsTheTransaction() {
        try (TestStack server = new TestStack();
                UdpPeer bob = server.udp()) {
            BlockingQueue<TransactionEnd> end = server.send(notify(uriOf(bob)), Optional.empty());
            bob.say(Texts.response(bob.hear(), "481 Gone"));

            TransactionEnd how = TestStack.next(end);

            assertThat(how)
                    .isInstanceOfSatisfying(
                            TransactionEnd.Answered.class,
                            answered -> assertThat(answered.response().status()).isEqualTo(481));
        }
    }

    /** Timer E: at T1, twice as long each time, at most T2. */
    @Test
    void overUdpTheRequestIsRepeatedAtGrowingIntervals() {
        try (TestStack server = new TestStack();
                UdpPeer bob = server.udp()) {
            server.send(notify(uriOf(bob)), Optional.empty());
            String first = bob.hear();

            for (int millis : new int[] {500, 1_000, 2_000, 4_000, 4_000}) {
                server.timer.pass(Duration.ofMillis(millis));
                assertThat(bob.hear()).as("after " + millis + " ms").isEqualTo(first);
            }
        }
    }

    /** Timer F. */
    @Test
    void after64TimesT1TheTransactionTimesOut() {
        try (TestStack server = new TestStack();
                UdpPeer bob = server.udp()) {
            BlockingQueue<TransactionEnd> end = server.send(notify(uriOf(bob)), Optional.empty());
            server.timer.pass(Duration.ofMillis(31_999));
            boolean early = !end.isEmpty();
            server.timer.pass(Duration.ofMillis(1));

            TransactionEnd how = TestStack.next(end);

            assertThat(early).isFalse();
            assertThat(how).isEqualTo(new TransactionEnd.TimedOut());
        }
    }

    /** Timer K, and a response to no request of ours. */
    @Test
    void aRepeatedResponseIsAbsorbed() {
        try (TestStack server = new TestStack();
                UdpPeer bob = server.udp()) {
            BlockingQueue<TransactionEnd> end = server.send(notify(uriOf(bob)), Optional.empty());
            String response = Texts.response(bob.hear(), "200 OK");
            bob.say(response);
            TestStack.next(end);
            bob.say(response);
            server.timer.pass(Duration.ofSeconds(6));
            bob.say(response);
            bob.say(Texts.request("OPTIONS", "UDP", bob.place(), "last"));
            server.next();

            assertThat(end).isEmpty();
        }
    }

    /** Nothing is left behind when a transaction is over. */
    @Test
    void whenItIsOverNoTimerIsLeft() {
        try (TestStack server = new TestStack();
                UdpPeer bob = server.udp()) {
            int before = server.timer.waiting();
            BlockingQueue<TransactionEnd> end = server.send(notify(uriOf(bob)), Optional.empty());
            bob.say(Texts.response(bob.hear(), "200 OK"));
            TestStack.next(end);
            server.timer.pass(Duration.ofSeconds(5));

            assertThat(server.timer.waiting()).isEqualTo(before);
        }
    }

    /** RFC 3261, section 8.1.3.3: a response with a second Via was not meant for us. */
    @Test
    void aResponseWithASecondViaIsDropped() {
        try (TestStack server = new TestStack();
                UdpPeer bob = server.udp()) {
            BlockingQueue<TransactionEnd> end = server.send(notify(uriOf(bob)), Optional.empty());
            String response = Texts.response(bob.hear(), "404 Not Found");
            bob.say(response.replaceFirst("From: ", "Via: SIP/2.0/UDP 192.0.2.9\r\nFrom: "));
            bob.say(response.replace("404", "200"));

            TransactionEnd how = TestStack.next(end);

            assertThat(how)
                    .isInstanceOfSatisfying(
                            TransactionEnd.Answered.class,
                            answered -> assertThat(answered.response().status()).isEqualTo(200));
        }
    }

    /** RFC 3261, section 18: by TCP nothing is repeated. */
    @Test
    void byTcpARequestGoesOverANewConnectionAndIsAnsweredThere() throws IOException {
        try (TestStack server = new TestStack();
                ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            BlockingQueue<TransactionEnd> end = server.send(
                    notify("sip:bob@127.0.0.1:" + listening.getLocalPort() + ";transport=tcp"), Optional.empty());
            try (TcpPeer bob = TcpPeer.acceptedBy(listening)) {
                String heard = bob.hear();
                bob.say(Texts.response(heard, "200 OK"));

                TransactionEnd how = TestStack.next(end);

                assertThat(Texts.header(heard, "Via")).startsWith("SIP/2.0/TCP 127.0.0.1:");
                assertThat(how).isInstanceOf(TransactionEnd.Answered.class);
            }
        }
    }

    /** Connections are reused by the address they lead to. */
    @Test
    void aSecondRequestToTheSamePlaceUsesTheSameConnection() throws IOException {
        try (TestStack server = new TestStack();
                ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String uri = "sip:bob@127.0.0.1:" + listening.getLocalPort() + ";transport=tcp";
            server.send(notify(uri), Optional.empty());
            server.send(notify(uri), Optional.empty());
            try (TcpPeer bob = TcpPeer.acceptedBy(listening)) {
                String first = bob.hear();

                String second = bob.hear();

                assertThat(Texts.header(second, "Via")).isNotEqualTo(Texts.header(first, "Via"));
            }
        }
    }

    /** RFC 5627: the Contact of a GRUU names our own domain; only the flow leads to the client. */
    @Test
    void aNextHopThatIsThisServerIsReplacedByThePreferredFlow() {
        try (TestStack server = new TestStack();
                UdpPeer bob = server.udp()) {
            bob.say(Texts.request("SUBSCRIBE", "UDP", bob.place(), "sub"));
            Flow flow = server.next().flow();
            server.send(notify("sip:bob@example.test;gr=urn:uuid:1"), Optional.of(flow));

            String heard = bob.hear();

            assertThat(heard).startsWith("NOTIFY sip:bob@example.test;gr=urn:uuid:1 SIP/2.0\r\n");
        }
    }

    /** RFC 3261, section 8.1.3.1. */
    @Test
    void aRefusedConnectionIsUnreachable() throws IOException {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        try (TestStack server = new TestStack()) {
            BlockingQueue<TransactionEnd> end =
                    server.send(notify("sip:bob@127.0.0.1:" + nobody + ";transport=tcp"), Optional.empty());

            TransactionEnd how = TestStack.next(end);

            assertThat(how).isInstanceOf(TransactionEnd.Unreachable.class);
        }
    }

    @Test
    void aHostThatDoesNotExistIsUnreachable() {
        try (TestStack server = new TestStack()) {
            BlockingQueue<TransactionEnd> end =
                    server.send(notify("sip:bob@no-such-host.invalid:5060"), Optional.empty());

            TransactionEnd how = TestStack.next(end);

            assertThat(how).isEqualTo(new TransactionEnd.Unreachable("there is no host no-such-host.invalid"));
        }
    }

    @Test
    void aSecureUriIsUnreachableWhileThereIsNoTls() {
        try (TestStack server = new TestStack()) {
            BlockingQueue<TransactionEnd> end = server.send(notify("sips:bob@127.0.0.1"), Optional.empty());

            TransactionEnd how = TestStack.next(end);

            assertThat(how).isEqualTo(new TransactionEnd.Unreachable("TLS is not supported"));
        }
    }

    /** RFC 3261, section 12.2.1.1: a loose router gets the request, the Request-URI stays. */
    @Test
    void aLooseRouteIsTheNextHop() {
        try (TestStack server = new TestStack();
                UdpPeer proxy = server.udp()) {
            server.send(
                    notify("sip:bob@192.0.2.1").toBuilder()
                            .header("Route", "<sip:" + proxy.place() + ";lr>, <sip:192.0.2.7;lr>")
                            .build(),
                    Optional.empty());

            String heard = proxy.hear();

            assertThat(Texts.firstLine(heard)).isEqualTo("NOTIFY sip:bob@192.0.2.1 SIP/2.0");
            assertThat(Texts.header(heard, "Route")).isEqualTo("<sip:" + proxy.place() + ";lr>, <sip:192.0.2.7;lr>");
        }
    }

    /** RFC 3261, section 12.2.1.1: a strict router becomes the Request-URI, which goes to the end of the route. */
    @Test
    void aStrictRouteBecomesTheRequestUri() {
        try (TestStack server = new TestStack();
                UdpPeer proxy = server.udp()) {
            server.send(
                    notify("sip:bob@192.0.2.1").toBuilder()
                            .header("Route", "<sip:" + proxy.place() + ">, <sip:192.0.2.7;lr>")
                            .build(),
                    Optional.empty());

            String heard = proxy.hear();

            assertThat(Texts.firstLine(heard)).isEqualTo("NOTIFY sip:" + proxy.place() + " SIP/2.0");
            assertThat(heard).contains("Route: <sip:192.0.2.7;lr>\r\n", "Route: <sip:bob@192.0.2.1>\r\n");
        }
    }

    private static SipRequest large(String requestUri) {
        return notify(requestUri).toBuilder()
                .body("text/plain", new byte[1_200])
                .build();
    }

    /** RFC 3261, section 18.1.1: a datagram of that size could be cut in pieces. */
    @Test
    void aLargeRequestGoesByTcpIfTheUriDoesNotSayOtherwise() throws IOException {
        try (TestStack server = new TestStack();
                ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.send(large("sip:bob@127.0.0.1:" + listening.getLocalPort()), Optional.empty());
            try (TcpPeer bob = TcpPeer.acceptedBy(listening)) {
                String heard = bob.hear();

                assertThat(Texts.header(heard, "Via")).startsWith("SIP/2.0/TCP ");
            }
        }
    }

    /** RFC 3261, section 18.1.1: the retry over UDP. */
    @Test
    void aLargeRequestToAPeerWithoutTcpGoesByUdp() {
        try (TestStack server = new TestStack();
                UdpPeer bob = server.udp()) {
            server.send(large(uriOf(bob)), Optional.empty());

            String heard = bob.hear();

            assertThat(Texts.header(heard, "Via")).startsWith("SIP/2.0/UDP ");
        }
    }

    /** RFC 3263, section 4.3: the retry is a transaction of its own, which the failure of the first one does not end. */
    @Test
    void theAnswerToARetryOverUdpCounts() throws InterruptedException {
        try (TestStack server = new TestStack();
                UdpPeer bob = server.udp()) {
            BlockingQueue<TransactionEnd> end = server.send(large(uriOf(bob)), Optional.empty());

            bob.say(Texts.response(bob.hear(), "200 OK"));

            assertThat(end.take()).isInstanceOf(TransactionEnd.Answered.class);
        }
    }

    /** What was found out once is remembered for a while. */
    @Test
    void theNextLargeRequestToAPeerWithoutTcpGoesByUdpAtOnce() throws IOException {
        try (TestStack server = new TestStack();
                UdpPeer bob = server.udp()) {
            server.send(large(uriOf(bob)), Optional.empty());
            bob.hear();
            try (ServerSocket late = new ServerSocket(bob.port(), 5, InetAddress.getLoopbackAddress())) {
                server.send(large(uriOf(bob)), Optional.empty());

                String heard = bob.hear();

                assertThat(late.isBound()).isTrue();
                assertThat(heard).startsWith("NOTIFY ");
            }
        }
    }

    /** The client has said how it wants to be reached. */
    @Test
    void aLargeRequestToAUriWithTransportUdpGoesByUdp() throws IOException {
        try (TestStack server = new TestStack();
                UdpPeer bob = server.udp();
                ServerSocket tcp = new ServerSocket(bob.port(), 5, InetAddress.getLoopbackAddress())) {
            server.send(large(uriOf(bob) + ";transport=udp"), Optional.empty());

            String heard = bob.hear();

            assertThat(tcp.isBound()).isTrue();
            assertThat(heard).startsWith("NOTIFY ");
        }
    }

    /** That a server stops says nothing about its watchers: no subscription may end for it. */
    @Test
    void closingEndsNoRequestUnderWay() {
        TestStack server = new TestStack();
        try (TcpPeer bob = server.tcp();
                UdpPeer carol = server.udp()) {
            bob.say(Texts.request("SUBSCRIBE", "TCP", bob.place(), "sub"));
            Flow flow = server.next().flow();
            BlockingQueue<TransactionEnd> byTcp = server.send(notify(uriOf(bob)), Optional.of(flow));
            BlockingQueue<TransactionEnd> byUdp = server.send(notify(uriOf(carol)), Optional.empty());
            server.close();
            server.timer.pass(Duration.ofSeconds(40));

            assertThat(byTcp).isEmpty();
            assertThat(byUdp).isEmpty();
        }
    }
}
