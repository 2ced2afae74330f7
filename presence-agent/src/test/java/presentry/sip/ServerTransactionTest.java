package presentry.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import presentry.sip.message.SipResponse;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transport.Transport;

/** RFC 3261, section 17.2, with RFC 4320: the answering side, over real sockets. */
class ServerTransactionTest {
    /** RFC 3261, section 8.2.6. */
    @ParameterizedTest
    @EnumSource(Transport.class)
    void aRequestIsAnsweredWithItsOwnHeaderFieldsAndATag(Transport transport) {
        try (TestStack server = TestStack.answering(200);
                Peer alice = server.peer(transport)) {
            alice.say(Texts.request("OPTIONS", transport.name(), alice.place(), "one"));

            String answer = alice.hear();

            assertThat(answer)
                    .startsWith("SIP/2.0 200 OK\r\n")
                    .contains("From: <sip:alice@example.test>;tag=a1\r\n")
                    .containsPattern("To: <sip:bob@example.test>;tag=[0-9a-f]{16}\r\n")
                    .contains("Call-ID: one@alice\r\n", "CSeq: 1 OPTIONS\r\n", "Server: Presentry\r\n")
                    .endsWith("Content-Length: 0\r\n\r\n");
        }
    }

    /** RFC 3261, section 17.2.2. */
    @Test
    void aRepeatedRequestGetsTheStoredAnswerAndIsNotHandedOnAgain() {
        AtomicInteger count = new AtomicInteger();
        try (TestStack server = new TestStack(incoming -> {
                    count.incrementAndGet();
                    incoming.answer(SipResponse.answering(incoming.request(), 200));
                });
                UdpPeer alice = server.udp()) {
            String request = Texts.request("OPTIONS", "UDP", alice.place(), "again");
            alice.say(request);
            String first = alice.hear();
            alice.say(request);

            String second = alice.hear();

            assertThat(second).isEqualTo(first);
            assertThat(count).hasValue(1);
        }
    }

    /** RFC 3261, section 17.2.2, timer J. */
    @Test
    void afterTimerJTheSameRequestIsANewOne() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp()) {
            String request = Texts.request("OPTIONS", "UDP", alice.place(), "late");
            alice.say(request);
            IncomingRequest first = server.next();
            first.answer(SipResponse.answering(first.request(), 200));
            server.timer.pass(Duration.ofSeconds(32));
            alice.say(request);

            IncomingRequest second = server.next();

            assertThat(second).isNotSameAs(first);
        }
    }

    /** RFC 3261, section 17.2.3: an old client has no branch that names the transaction. */
    @Test
    void aRepeatedRequestOfAnOldClientIsRecognisedByItsHeaderFields() {
        try (TestStack server = TestStack.answering(200);
                UdpPeer alice = server.udp()) {
            String request =
                    Texts.request("OPTIONS", "UDP", alice.place(), "old").replace("branch=z9hG4bKold", "branch=1");
            alice.say(request);
            String first = alice.hear();
            alice.say(request);

            String second = alice.hear();

            assertThat(second).isEqualTo(first);
        }
    }

    /** RFC 3261, section 17.2.3: the method is part of the key. */
    @Test
    void anotherMethodWithTheSameBranchIsAnotherTransaction() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp()) {
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "same"));
            server.next();
            alice.say(Texts.request("MESSAGE", "UDP", alice.place(), "same"));

            IncomingRequest second = server.next();

            assertThat(second.request().method()).isEqualTo("MESSAGE");
        }
    }

    /** RFC 3261, section 9.2: found by its branch, and answered by itself; RFC 6665, section 4.6: without effect. */
    @Test
    void aCancelOfATransactionThatIsRememberedIsConfirmed() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp()) {
            String request = Texts.request("SUBSCRIBE", "UDP", alice.place(), "regretted");
            alice.say(request);
            IncomingRequest subscribe = server.next();
            alice.say(request.replace("SUBSCRIBE", "CANCEL"));
            String confirmed = alice.hear();

            subscribe.answer(SipResponse.answering(subscribe.request(), 200));

            assertThat(confirmed).startsWith("SIP/2.0 200 ").contains("CSeq: 1 CANCEL\r\n");
            assertThat(alice.hear()).startsWith("SIP/2.0 200 ").contains("CSeq: 1 SUBSCRIBE\r\n");
        }
    }

    /** The first final answer counts. */
    @Test
    void aSecondAnswerIsIgnored() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp()) {
            String request = Texts.request("OPTIONS", "UDP", alice.place(), "two");
            alice.say(request);
            IncomingRequest incoming = server.next();
            incoming.answer(SipResponse.answering(incoming.request(), 200));
            incoming.answer(SipResponse.answering(incoming.request(), 404));
            alice.hear();
            alice.say(request);

            String repeated = alice.hear();

            assertThat(repeated).startsWith("SIP/2.0 200 ");
        }
    }

    /** A defect of the receiver is answered and costs no thread. */
    @Test
    void aReceiverThatThrowsIsAnswered500() {
        try (TestStack server = new TestStack(incoming -> {
                    throw new IllegalStateException("defect");
                });
                UdpPeer alice = server.udp()) {
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "throw1"));
            alice.hear();
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "throw2"));

            String second = alice.hear();

            assertThat(second).startsWith("SIP/2.0 500 ").contains("Call-ID: throw2@alice");
        }
    }

    /** RFC 4320, section 4.1: 100 is due when the client's timer E has reached T2, not before. */
    @Test
    void aNonInviteRequestGets100AfterThreeAndAHalfSeconds() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp()) {
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "slow"));
            IncomingRequest incoming = server.next();
            server.timer.pass(Duration.ofMillis(3_499));
            incoming.answer(SipResponse.answering(incoming.request(), 180));
            server.timer.pass(Duration.ofMillis(1));

            String first = alice.hear();

            assertThat(first).startsWith("SIP/2.0 100 Trying\r\n");
        }
    }

    /** RFC 4320, section 4.2: who could not answer in time does not answer at all. */
    @Test
    void anAnswerAfterTheLifeOfTheTransactionIsNotSent() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp()) {
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "late"));
            IncomingRequest late = server.next();
            server.timer.pass(Duration.ofSeconds(32));
            alice.hear();
            late.answer(SipResponse.answering(late.request(), 200));
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "next"));
            IncomingRequest next = server.next();
            next.answer(SipResponse.answering(next.request(), 200));

            String heard = alice.hear();

            assertThat(heard).contains("Call-ID: next@alice");
        }
    }

    /** RFC 4320, section 4.2. */
    @Test
    void a408ToANonInviteRequestIsNotSent() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp()) {
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "timeout"));
            IncomingRequest first = server.next();
            first.answer(SipResponse.answering(first.request(), 408));
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "next"));
            IncomingRequest next = server.next();
            next.answer(SipResponse.answering(next.request(), 200));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 200 ").contains("Call-ID: next@alice");
        }
    }

    /** RFC 3261, section 17.2.1, timer G. */
    @Test
    void aRefusedInviteIsRefusedAgainUntilTheAck() {
        try (TestStack server = TestStack.answering(405);
                UdpPeer alice = server.udp()) {
            String invite = Texts.request("INVITE", "UDP", alice.place(), "call");
            alice.say(invite);
            String refusal = alice.hear();
            server.timer.pass(Duration.ofMillis(500));
            String again = alice.hear();
            alice.say(invite.replace("INVITE", "ACK")
                    .replace("To: <sip:bob@example.test>", "To: " + Texts.header(refusal, "To")));
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "after"));
            alice.hear();

            server.timer.pass(Duration.ofSeconds(10));
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "last"));
            String heard = alice.hear();

            assertThat(again).isEqualTo(refusal).startsWith("SIP/2.0 405 ");
            assertThat(heard).contains("Call-ID: last@alice");
        }
    }

    /** RFC 3261, section 17.2.1: an ACK is not answered and not handed on. */
    @Test
    void anAckThatBelongsToNothingIsIgnored() {
        try (TestStack server = new TestStack();
                UdpPeer alice = server.udp()) {
            alice.say(Texts.request("ACK", "UDP", alice.place(), "stray"));
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "after"));

            IncomingRequest first = server.next();

            assertThat(first.request().method()).isEqualTo("OPTIONS");
        }
    }

    /** RFC 3581, section 4. */
    @Test
    void rportIsAnsweredWithTheSourcePortAndAddress() {
        try (TestStack server = TestStack.answering(200);
                UdpPeer alice = server.udp()) {
            alice.say(Texts.request("OPTIONS", "UDP", "10.9.8.7:9999", "nat"));

            String via = Texts.header(alice.hear(), "Via");

            assertThat(via)
                    .isEqualTo("SIP/2.0/UDP 10.9.8.7:9999;branch=z9hG4bKnat;received=127.0.0.1;rport=" + alice.port());
        }
    }

    /** RFC 3261, section 18.2.2: without rport the answer goes to the port of sent-by. */
    @Test
    void withoutRportTheAnswerGoesToThePortOfSentBy() {
        try (TestStack server = TestStack.answering(200);
                UdpPeer alice = server.udp();
                UdpPeer other = server.udp()) {
            alice.say(Texts.request("OPTIONS", "UDP", other.place(), "port").replace(";rport", ""));

            String heard = other.hear();

            assertThat(heard).startsWith("SIP/2.0 200 ");
        }
    }

    /** RFC 3261, section 18.2.1: what a client claims about itself is not believed. */
    @Test
    void aReceivedParameterOfTheClientIsReplaced() {
        try (TestStack server = TestStack.answering(200);
                UdpPeer alice = server.udp()) {
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "liar")
                    .replace(";rport", ";rport;received=203.0.113.7"));

            String heard = alice.hear();

            assertThat(heard).contains(";received=127.0.0.1;").doesNotContain("203.0.113.7");
        }
    }

    private static SipSettings bounded(int maxTransactions) {
        SipSettings usual = SipSettings.onBoth("127.0.0.1", 0, Set.of());
        return new SipSettings(
                usual.listens(),
                usual.advertisedHost(),
                usual.ownNames(),
                usual.nameServers(),
                usual.product(),
                usual.limits(),
                maxTransactions);
    }

    /** Bounded: what is beyond is refused at once. */
    @Test
    void beyondTheBoundOfTransactionsRequestsGet503() {
        try (TestStack server = new TestStack(bounded(1));
                UdpPeer alice = server.udp()) {
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "first"));
            server.next();
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "second"));

            String heard = alice.hear();

            assertThat(heard).startsWith("SIP/2.0 503 ").contains("Retry-After: 5\r\n");
        }
    }

    /** Under load the past is forgotten sooner, so that it is not in the way of new requests. */
    @Test
    void beyondHalfOfTheBoundAnAnswerIsForgottenAfterEightSeconds() {
        try (TestStack server = new TestStack(bounded(2));
                UdpPeer alice = server.udp()) {
            String request = Texts.request("OPTIONS", "UDP", alice.place(), "busy");
            alice.say(request);
            IncomingRequest first = server.next();
            first.answer(SipResponse.answering(first.request(), 200));
            server.timer.pass(Duration.ofSeconds(8));
            alice.say(request);

            IncomingRequest second = server.next();

            assertThat(second).isNotSameAs(first);
        }
    }
}
