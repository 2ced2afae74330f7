package presentry.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import presentry.sip.message.SipResponse;
import presentry.sip.routing.Target;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transaction.TransactionEnd;
import presentry.sip.transport.Transport;

/** RFC 3261, section 16, with RFC 4320: stateful forwarding of MESSAGE, over real sockets. */
class ForwardingTest {
    private final BlockingQueue<TransactionEnd> ends = new LinkedBlockingQueue<>();

    private static String message(Peer from, String branch, String... routes) {
        StringBuilder route = new StringBuilder();
        for (String uri : routes) {
            route.append("Route: ").append(uri).append("\r\n");
        }
        return Texts.request("MESSAGE", "UDP", from.place(), branch)
                .replace(
                        "Content-Length: 0\r\n\r\n", route + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi");
    }

    private String here(TestStack server) {
        return "<sip:127.0.0.1:" + server.stack.address(Transport.UDP).getPort() + ";lr>";
    }

    private ForwardStart forward(TestStack server, IncomingRequest incoming, Optional<String> nextHop) {
        return server.stack.forward(incoming, nextHop.map(Target.NextHop::new), ends::add);
    }

    /** RFC 3261, section 16.6: items 3 and 8. */
    @Test
    void theCopyHasOneHopLessOurViaOnTopAndTheSameBody() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp();
                UdpPeer bob = server.udp()) {
            alice.say(message(alice, "copy"));
            forward(server, server.next(), Optional.of("sip:" + bob.place()));

            String heard = bob.hear();

            assertThat(heard)
                    .startsWith("MESSAGE sip:bob@example.test SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
                            + server.stack.address(Transport.UDP).getPort())
                    .contains("Via: SIP/2.0/UDP " + alice.place() + ";branch=z9hG4bKcopy;received=127.0.0.1;rport=")
                    .contains("Max-Forwards: 69\r\n")
                    .endsWith("\r\n\r\nhi");
        }
    }

    /** RFC 3261, section 16.6, item 2: who is reached at a contact of his is asked for by it. */
    @Test
    void aContactBecomesTheRequestUri() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp();
                UdpPeer bob = server.udp()) {
            alice.say(message(alice, "contact"));
            server.stack.forward(server.next(), Optional.of(new Target.Contact("sip:phone@" + bob.place())), ends::add);

            assertThat(bob.hear()).startsWith("MESSAGE sip:phone@" + bob.place() + " SIP/2.0\r\n");
        }
    }

    /** RFC 3261, section 16.7, items 3 and 9. */
    @Test
    void theFinalResponseComesBackWithoutOurVia() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp();
                UdpPeer bob = server.udp()) {
            alice.say(message(alice, "back"));
            forward(server, server.next(), Optional.of("sip:" + bob.place()));
            bob.say(Texts.response(bob.hear(), "202 Accepted")
                    .replace("Content-Length", "X-Own: kept\r\nContent-Length"));

            String heard = alice.hear();

            assertThat(heard)
                    .startsWith("SIP/2.0 202 Accepted\r\nVia: SIP/2.0/UDP " + alice.place() + ";branch=z9hG4bKback;")
                    .containsOnlyOnce("Via: ")
                    .contains("X-Own: kept\r\n");
        }
    }

    /** RFC 4320, section 4.1: a provisional response is not relayed, not even 100. */
    @Test
    void aProvisionalResponseIsNotRelayed() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp();
                UdpPeer bob = server.udp()) {
            alice.say(message(alice, "ring"));
            forward(server, server.next(), Optional.of("sip:" + bob.place()));
            String copy = bob.hear();
            bob.say(Texts.response(copy, "180 Ringing"));
            bob.say(Texts.response(copy, "200 OK"));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 200 OK\r\n");
        }
    }

    /** RFC 3261, section 16.4. */
    @Test
    void ourOwnRouteIsRemovedAndTheNextOneFollowed() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp();
                UdpPeer next = server.udp()) {
            alice.say(message(alice, "route", here(server), "<sip:" + next.place() + ";lr>"));
            forward(server, server.next(), Optional.empty());

            String heard = next.hear();

            assertThat(Texts.header(heard, "Route")).isEqualTo("<sip:" + next.place() + ";lr>");
        }
    }

    /** The caller answers 404. */
    @Test
    void withOurOwnRouteOnlyAndNoNextHopNothingIsForwarded() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp()) {
            alice.say(message(alice, "nowhere", here(server)));

            ForwardStart start = forward(server, server.next(), Optional.empty());

            assertThat(start).isEqualTo(new ForwardStart.NoNextHop());
        }
    }

    /** RFC 3261, section 16.3, item 3. */
    @Test
    void withoutHopsLeftItIsAnswered483() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp()) {
            alice.say(message(alice, "hops").replace("Max-Forwards: 70", "Max-Forwards: 0"));
            ForwardStart start = forward(server, server.next(), Optional.of("sip:192.0.2.1"));

            String heard = alice.hear();

            assertThat(start).isEqualTo(new ForwardStart.Answered(483));
            assertThat(heard).startsWith("SIP/2.0 483 Too Many Hops\r\n");
        }
    }

    /** RFC 3261, section 16.3, item 4. */
    @Test
    void aRequestThatComesBackUnchangedIsAnswered482() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp();
                UdpPeer proxy = server.udp()) {
            alice.say(message(alice, "loop"));
            forward(server, server.next(), Optional.of("sip:" + proxy.place()));
            proxy.say(proxy.hear()
                    .replaceFirst(
                            "Via: ", "Via: SIP/2.0/UDP " + proxy.place() + ";branch=z9hG4bKproxy;rport\r\nVia: "));
            ForwardStart start = forward(server, server.next(), Optional.of("sip:" + proxy.place()));

            String heard = proxy.hear();

            assertThat(start).isEqualTo(new ForwardStart.Answered(482));
            assertThat(heard).startsWith("SIP/2.0 482 Loop Detected\r\n");
        }
    }

    /** RFC 3261, section 16.3, item 4: a spiral is no loop. */
    @Test
    void aRequestThatComesBackWithAnotherUriGoesOn() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp();
                UdpPeer proxy = server.udp()) {
            alice.say(message(alice, "spiral"));
            forward(server, server.next(), Optional.of("sip:" + proxy.place()));
            proxy.say(proxy.hear()
                    .replace("MESSAGE sip:bob@", "MESSAGE sip:carol@")
                    .replaceFirst(
                            "Via: ", "Via: SIP/2.0/UDP " + proxy.place() + ";branch=z9hG4bKproxy;rport\r\nVia: "));

            ForwardStart start = forward(server, server.next(), Optional.of("sip:" + proxy.place()));

            assertThat(start).isEqualTo(new ForwardStart.Forwarding());
        }
    }

    /** RFC 3261, section 16.3, item 5. */
    @Test
    void anUnknownProxyRequireIsAnswered420() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp()) {
            alice.say(message(alice, "ext").replace("Max-Forwards", "Proxy-Require: magic\r\nMax-Forwards"));
            forward(server, server.next(), Optional.of("sip:192.0.2.1"));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 420 Bad Extension\r\n").contains("Unsupported: magic\r\n");
        }
    }

    /** RFC 4320, section 4.2: silence is not answered 408. */
    @Test
    void aSilentNextHopIsAnsweredWithNothing() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp();
                UdpPeer silent = server.udp()) {
            alice.say(message(alice, "dead"));
            forward(server, server.next(), Optional.of("sip:" + silent.place()));
            server.timer.pass(Duration.ofSeconds(33));
            String trying = alice.hear();
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "after"));
            IncomingRequest after = server.next();
            after.answer(SipResponse.answering(after.request(), 200));

            String heard = alice.hear();

            assertThat(trying).startsWith("SIP/2.0 100 ");
            assertThat(heard).contains("Call-ID: after@alice");
            assertThat(TestStack.next(ends)).isEqualTo(new TransactionEnd.TimedOut());
        }
    }

    /** RFC 3261, sections 16.9 and 16.7, item 6. */
    @Test
    void aNextHopThatCannotBeReachedIsAnswered500() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp()) {
            alice.say(message(alice, "none"));
            forward(server, server.next(), Optional.of("sip:no-such-host.invalid"));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 500 ");
        }
    }

    /** RFC 3261, section 16.7, item 6. */
    @Test
    void a503OfTheNextHopBecomes500() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp();
                UdpPeer bob = server.udp()) {
            alice.say(message(alice, "busy"));
            forward(server, server.next(), Optional.of("sip:" + bob.place()));
            bob.say(Texts.response(bob.hear(), "503 Service Unavailable"));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 500 ");
        }
    }
}
