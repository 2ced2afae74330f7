package presentry.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import presentry.launch.ServerTime;
import presentry.sip.SipSettings;
import presentry.sip.SipStack;
import presentry.sip.Started;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transport.Transport;

/** What the agent sends and takes in, against a server that does what each test says. */
class UserAgentTest {
    private static final String ALICE = "sip:alice@example.com";
    private static final String SERVER_TAG = "of-the-server";

    private final ServerTime time = ServerTime.ofTheMachine();
    private final CopyOnWriteArrayList<SipRequest> seen = new CopyOnWriteArrayList<>();
    private final SipStack server = start();
    private final UserAgent bob = agent(Duration.ofSeconds(10));

    @AfterEach
    void close() {
        bob.close();
        server.close();
        time.close().run();
    }

    @Test
    void aRefreshIsSentInsideTheDialogWithTheNextCSeq() {
        Watching watching = bob.watch(ALICE, "presence");
        watching.send(Duration.ofHours(1));

        watching.send(Duration.ZERO);

        SipRequest refresh = seen.getLast();
        assertThat(refresh.requestUri()).startsWith("sip:127.0.0.1:");
        assertThat(refresh.to().tag()).contains(SERVER_TAG);
        assertThat(refresh.callId()).isEqualTo(seen.getFirst().callId());
        assertThat(refresh.cseq()).isEqualTo(seen.getFirst().cseq() + 1);
        assertThat(refresh.headers().first("Expires")).contains("0");
    }

    @Test
    void aNotificationOfItsDialogIsTakenAndAnswered200() {
        Watching watching = bob.watch(ALICE, "presence");
        watching.send(Duration.ofHours(1));

        SipResponse answer = bob.send(notify(seen.getFirst(), "pending"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(watching.next().state()).isEqualTo("pending");
    }

    /** RFC 6665, section 4.1.3. */
    @Test
    void aNotificationOfNoDialogIsAnswered481() {
        bob.watch(ALICE, "presence").send(Duration.ofHours(1));
        SipRequest stray = notify(seen.getFirst(), "active").toBuilder()
                .callId("nobody-has-this")
                .build();

        assertThat(bob.send(stray).status()).isEqualTo(481);
        assertThat(bob.unread()).isEmpty();
    }

    @Test
    void aMessageIsKeptAndAnsweredAsWasSaid() {
        bob.answerMessagesWith(486);
        SipRequest message = bob.request("MESSAGE", bob.uri())
                .replaceHeader("Route", bob.route())
                .body("text/plain", "hello".getBytes(StandardCharsets.UTF_8))
                .build();

        assertThat(bob.send(message).status()).isEqualTo(486);
        assertThat(bob.message()).isEqualTo("hello");
    }

    @Test
    void whatDoesNotComeIsMissedInTime() {
        try (UserAgent hasty = agent(Duration.ofMillis(1))) {
            assertThatThrownBy(() -> hasty.notification(any -> true))
                    .isInstanceOf(NothingCame.class)
                    .hasMessageContaining("waited for a NOTIFY");
        }
    }

    /** A NOTIFY to bob in the dialog that {@code subscribe} began; bob's own stack carries it. */
    private SipRequest notify(SipRequest subscribe, String state) {
        return SipRequest.builder("NOTIFY", subscribe.contact().orElseThrow().uri())
                .from("<" + ALICE + ">;tag=" + SERVER_TAG)
                .to(subscribe.headers().first("From").orElseThrow())
                .callId(subscribe.callId())
                .cseq(1)
                .header("Event", "presence")
                .header("Subscription-State", state)
                .build();
    }

    private UserAgent agent(Duration patience) {
        InetSocketAddress address = server.address(Transport.UDP);
        return new UserAgent(
                "sip:bob@example.com",
                new Surroundings(
                        address,
                        Transport.UDP,
                        time.sipTimer(),
                        time.clock(),
                        new SecureRandom(),
                        Runnable::run,
                        patience));
    }

    private SipStack start() {
        Started started = SipStack.start(
                SipSettings.onBoth("127.0.0.1", 0, Set.of("example.com")),
                time.sipTimer(),
                new SecureRandom(),
                Runnable::run,
                this::received);
        assertThat(started).isInstanceOf(Started.Running.class);
        return ((Started.Running) started).stack();
    }

    private void received(IncomingRequest incoming) {
        seen.add(incoming.request());
        String contact = "<sip:127.0.0.1:" + incoming.flow().local().getPort() + ">";
        incoming.answer(
                SipResponse.answering(incoming.request(), 200).toTag(SERVER_TAG).header("Contact", contact));
    }
}
