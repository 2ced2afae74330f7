package presentry.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.sip.message.SipRequest;
import presentry.sip.transaction.TransactionEnd;
import presentry.sip.transport.Flow;

/** RFC 3261, sections 17.1.4 and 18.1.1, and RFC 3263, section 4.3: the connection a request goes by, and what if it fails. */
class TcpClientTest {
    private static SipRequest notify(String requestUri) {
        return SipRequest.builder("NOTIFY", requestUri)
                .from("<sip:alice@example.test>;tag=server")
                .to("<sip:bob@example.test>;tag=bob")
                .callId("dialog-1")
                .cseq(7)
                .build();
    }

    /** A client behind a NAT can only be reached on the connection it made (RFC 5626, section 1.2). */
    @Test
    void aPreferredConnectionIsUsedWhileItIsOpen() {
        try (TestStack server = new TestStack();
                TcpPeer bob = server.tcp()) {
            bob.say(Texts.request("SUBSCRIBE", "TCP", bob.place(), "sub"));
            Flow flow = server.next().flow();
            server.send(notify("sip:bob@192.0.2.1:5060;transport=tcp"), Optional.of(flow));

            String heard = bob.hear();

            assertThat(heard).startsWith("NOTIFY sip:bob@192.0.2.1:5060;transport=tcp SIP/2.0\r\n");
        }
    }

    /** RFC 5626, sections 5.1 and 5.2: a flow is one connection; whoever connects next from its address is somebody else. */
    @Test
    void whoeverConnectsNextFromTheSameAddressDoesNotGetWhatWasForTheConnectionBefore() throws IOException {
        try (TestStack server = new TestStack()) {
            TcpPeer bob = server.tcp();
            bob.say(Texts.request("SUBSCRIBE", "TCP", bob.place(), "sub"));
            Flow flow = server.next().flow();
            String contact = "sip:bob@" + bob.place() + ";transport=tcp";
            bob.reset();
            try (TcpPeer mallory = server.tcpFrom(flow.remote())) {
                mallory.say(Texts.request("OPTIONS", "TCP", mallory.place(), "here"));
                Flow next = server.next().flow();

                TransactionEnd end = TestStack.next(server.send(notify(contact), Optional.of(flow)));

                assertThat(next.remote()).isEqualTo(flow.remote());
                assertThat(next.connection()).isNotEqualTo(flow.connection());
                assertThat(end).isInstanceOf(TransactionEnd.Unreachable.class);
            }
        }
    }

    /** RFC 5923, section 4: the address from which somebody connects does not say that he may have what goes to it. */
    @Test
    void anAcceptedConnectionIsNotUsedForARequestToItsAddress() {
        try (TestStack server = new TestStack();
                TcpPeer mallory = server.tcp()) {
            mallory.say(Texts.request("OPTIONS", "TCP", mallory.place(), "here"));
            server.next();
            String contact = "sip:bob@" + mallory.place() + ";transport=tcp";

            TransactionEnd end = TestStack.next(server.send(notify(contact), Optional.empty()));

            assertThat(end).isInstanceOf(TransactionEnd.Unreachable.class);
        }
    }

    /** The address is checked at last, after all look-ups: a name must not lead where an address may not. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void aRequestToADeniedAddressIsNotSent(String host) throws IOException {
        SipSettings usual = SipSettings.onBoth("127.0.0.1", 0, Set.of());
        try (ServerSocket internal = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TestStack server = new TestStack(new SipSettings(
                        usual.listens(),
                        usual.advertisedHost(),
                        usual.ownNames(),
                        usual.nameServers(),
                        usual.product(),
                        usual.limits(),
                        usual.maxTransactions(),
                        address -> !address.isLoopbackAddress()))) {
            String target = "sip:bob@" + host + ":" + internal.getLocalPort() + ";transport=tcp";

            TransactionEnd end = TestStack.next(server.send(notify(target), Optional.empty()));

            assertThat(end).asString().contains("sip.targets.deny");
        }
    }

    /** Nobody is left there to answer: a watcher that was started again is reached at its Contact. */
    @Test
    void aConnectionWhosePeerHasEndedIsNotPreferred() throws IOException {
        try (TestStack server = new TestStack();
                ServerSocket contact = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TcpPeer bob = server.tcp()) {
            bob.say(Texts.request("SUBSCRIBE", "TCP", bob.place(), "sub"));
            Flow flow = server.next().flow();
            bob.endsSpeaking();
            String target = "sip:bob@127.0.0.1:" + contact.getLocalPort() + ";transport=tcp";

            boolean reached = TcpPeer.isReached(contact, () -> server.send(notify(target), Optional.of(flow)));

            assertThat(reached).isTrue();
        }
    }

    /** RFC 3261, section 17.1.4: an answer that cannot come any more is not waited for. */
    @Test
    void aRequestWhosePeerEndsBeforeItAnswersIsUnreachableAtOnce() {
        try (TestStack server = new TestStack();
                TcpPeer bob = server.tcp()) {
            bob.say(Texts.request("SUBSCRIBE", "TCP", bob.place(), "sub"));
            Flow flow = server.next().flow();
            BlockingQueue<TransactionEnd> end =
                    server.send(notify("sip:bob@192.0.2.1:5060;transport=tcp"), Optional.of(flow));
            bob.hear();
            bob.endsSpeaking();

            assertThat(TestStack.next(end)).isInstanceOf(TransactionEnd.Unreachable.class);
        }
    }

    /** The place of the Contact is that of a connection whose peer ended its side, and somebody listens there. */
    @Test
    void aRequestToThePlaceOfAConnectionThatHasEndedOpensANewOne() throws IOException {
        try (TestStack server = new TestStack();
                ServerSocket contact = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String target = "sip:bob@127.0.0.1:" + contact.getLocalPort() + ";transport=tcp";
            server.send(notify(target), Optional.empty());
            try (TcpPeer first = TcpPeer.acceptedBy(contact)) {
                first.hear();
                first.endsSpeaking();

                boolean reached = TcpPeer.isReached(contact, () -> server.send(notify(target), Optional.empty()));

                assertThat(reached).isTrue();
            }
        }
    }

    /** RFC 3263, section 4.3: whoever cannot be reached is passed over. */
    @Test
    void theNextServerOfADomainIsTriedIfOneIsNotThere() throws IOException {
        SipSettings usual = SipSettings.onBoth("127.0.0.1", 0, Set.of());
        try (ServerSocket ready = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                NameServer names = new NameServer(
                        "_sip._tcp.example.test. SRV 1 1 " + portOfNobody() + " 127.0.0.1.",
                        "_sip._tcp.example.test. SRV 2 1 " + ready.getLocalPort() + " 127.0.0.1.");
                TestStack server = new TestStack(new SipSettings(
                        usual.listens(),
                        usual.advertisedHost(),
                        usual.ownNames(),
                        List.of(names.address()),
                        usual.product(),
                        usual.limits(),
                        usual.maxTransactions()))) {
            BlockingQueue<TransactionEnd> end =
                    server.send(notify("sip:bob@example.test;transport=tcp"), Optional.empty());
            try (TcpPeer bob = TcpPeer.acceptedBy(ready)) {
                bob.say(Texts.response(bob.hear(), "200 OK"));

                assertThat(TestStack.next(end)).isInstanceOf(TransactionEnd.Answered.class);
            }
        }
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }
}
