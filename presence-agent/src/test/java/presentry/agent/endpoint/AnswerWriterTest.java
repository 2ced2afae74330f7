package presentry.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.DialogId;
import presentry.agent.model.EntityTag;
import presentry.agent.model.ReachedBy;
import presentry.agent.presentity.Answer;
import presentry.agent.publication.PublishOutcome;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;

/** Answers become responses: RFC 6665, section 4.2.1; RFC 3903, section 6; RFC 3261, sections 12 and 21. */
class AnswerWriterTest {
    private static final SipRequest SUBSCRIBE = Requests.subscribe().build();
    private static final SipRequest PUBLISH = Requests.publish().build();

    private final AnswerWriter writer =
            new AnswerWriter(new ServerContact(transport -> "192.0.2.1:5065"), Duration.ofSeconds(5), TestPackage.ALL);

    /** RFC 6665, section 4.2.1.1; RFC 3261, section 12.1.1. */
    @Test
    void aSubscriptionIsConfirmedWithTagDurationAndRoutes() {
        SipResponse response = response(SUBSCRIBE, new Answer.Subscribed(dialog("UDP"), Duration.ofMinutes(10), true));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.to().orElseThrow().tag()).contains(Requests.LOCAL_TAG);
        assertThat(response.headers().first("Expires")).contains("600");
        assertThat(response.headers().all("Record-Route"))
                .containsExactly("<sip:p1.example.com;lr>", "<sip:p2.example.com;lr>");
    }

    /** RFC 6665, section 4.4.4: a response that begins a dialog says what else there is to subscribe to. */
    @Test
    void aNewSubscriptionIsToldOfAllPackages() {
        SipResponse response = response(SUBSCRIBE, new Answer.Subscribed(dialog("UDP"), Duration.ofMinutes(10), true));

        assertThat(response.headers().first("Allow-Events")).contains(RefusalWriter.allowEvents(TestPackage.ALL));
    }

    /** RFC 5839, section 6.3. */
    @Test
    void aRefreshThatNoNotifyFollowsIsAnswered204() {
        SipResponse response = response(
                Requests.resubscribe().build(), new Answer.Subscribed(dialog("UDP"), Duration.ofMinutes(10), false));

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers().first("Expires")).contains("600");
    }

    /** RFC 3261, section 12.1.1: only the response that begins the dialog sets routes. */
    @Test
    void aRefreshIsConfirmedWithoutRoutes() {
        SipResponse response = response(
                Requests.resubscribe().build(), new Answer.Subscribed(dialog("UDP"), Duration.ofMinutes(10), true));

        assertThat(response.headers().contains("Record-Route")).isFalse();
    }

    /** RFC 3261, section 12.1.1: he sends his next requests there. */
    @Test
    void theContactHasTheTransportThatTheWatcherUsed() {
        assertThat(contactFor(dialog("UDP"))).isEqualTo("<sip:192.0.2.1:5065>");
        assertThat(contactFor(dialog("TCP"))).isEqualTo("<sip:192.0.2.1:5065;transport=tcp>");
    }

    /** RFC 3903, section 6, step 6. */
    @Test
    void aStoredPublicationIsNamedAndTimed() {
        SipResponse response = response(
                PUBLISH, new Answer.Published(new PublishOutcome.Stored(new EntityTag("e1"), Duration.ofMinutes(30))));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("SIP-ETag")).contains("e1");
        assertThat(response.headers().first("Expires")).contains("1800");
    }

    /** RFC 3903, section 6, step 3. */
    @Test
    void anUnknownEntityTagFailsTheCondition() {
        assertThat(status(new Answer.Published(new PublishOutcome.UnknownTag())))
                .isEqualTo(412);
    }

    /** RFC 3903, section 6, step 4; RFC 6665, section 4.2.1.1. A fraction of a second counts whole. */
    @Test
    void aDurationTooBriefNamesTheShortest() {
        SipResponse published =
                response(PUBLISH, new Answer.Published(new PublishOutcome.TooBrief(Duration.ofMillis(60_500))));
        SipResponse subscribed = response(SUBSCRIBE, new Answer.TooBrief(Duration.ofMinutes(1)));

        assertThat(published.status()).isEqualTo(423);
        assertThat(published.headers().first("Min-Expires")).contains("61");
        assertThat(subscribed.status()).isEqualTo(423);
        assertThat(subscribed.headers().first("Min-Expires")).contains("60");
    }

    /** RFC 3261, section 20.43; what a parser says may hold anything. */
    @Test
    void whyABodyCannotBeReadIsAWarningOfOneLine() {
        SipResponse response = response(PUBLISH, new Answer.Unreadable("line 1:\r\nno \"quotes\" \\ here"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers().first("Warning"))
                .contains("399 presentry \"line 1:  no \\\"quotes\\\" \\\\ here\"");
    }

    /** RFC 3903, section 6, step 5; RFC 3261, section 8.2.3. */
    @Test
    void aBodyOfAnotherTypeNamesTheTypesThatAreTaken() {
        SipResponse response = response(PUBLISH, new Answer.UnsupportedBody(List.of("application/pidf+xml", "a/b")));

        assertThat(response.status()).isEqualTo(415);
        assertThat(response.headers().first("Accept")).contains("application/pidf+xml, a/b");
    }

    /** RFC 3903, section 6, step 5. */
    @Test
    void aFirstPublicationWithoutBodyIsMalformed() {
        assertThat(status(new Answer.BodyMissing())).isEqualTo(400);
    }

    @Test
    void eachReasonHasItsStatus() {
        assertThat(status(Answer.Reason.FORBIDDEN)).isEqualTo(403);
        assertThat(status(Answer.Reason.NO_SUCH_SUBSCRIPTION)).isEqualTo(481); // RFC 6665, section 4.1.2.2
        assertThat(status(Answer.Reason.OUT_OF_ORDER)).isEqualTo(500); // RFC 3261, section 12.2.2
        assertThat(status(Answer.Reason.TOO_MANY)).isEqualTo(403);
        assertThat(status(Answer.Reason.TRY_AGAIN)).isEqualTo(500);
        assertThat(status(Answer.Reason.NOT_STORED)).isEqualTo(500);
    }

    /** A bound of one user is no overload of the server, which 503 would claim (RFC 3261, section 21.5.4). */
    @Test
    void tooManyPublicationsAreForbidden() {
        assertThat(status(new Answer.Published(new PublishOutcome.TooMany()))).isEqualTo(403);
    }

    /** RFC 3261, section 21.5.1. */
    @Test
    void whoFindsAFullMailboxIsToldWhenToComeAgain() {
        SipResponse response = response(SUBSCRIBE, new Answer.Refused(Answer.Reason.TRY_AGAIN));

        assertThat(response.headers().first("Retry-After")).contains("5");
    }

    private int status(Answer.Reason reason) {
        return status(new Answer.Refused(reason));
    }

    private int status(Answer answer) {
        return response(PUBLISH, answer).status();
    }

    private SipResponse response(SipRequest request, Answer answer) {
        return writer.write(request, answer).response().build();
    }

    private String contactFor(DialogAddress dialog) {
        return response(SUBSCRIBE, new Answer.Subscribed(dialog, Duration.ofMinutes(10), true))
                .headers()
                .first("Contact")
                .orElse("");
    }

    private static DialogAddress dialog(String transport) {
        return new DialogAddress(
                new DialogId("call-1", Requests.LOCAL_TAG, "b0b"),
                "sip:alice@example.com",
                "sip:bob@example.com",
                "sip:bob@192.0.2.7:5070",
                List.of("<sip:p1.example.com;lr>", "<sip:p2.example.com;lr>"),
                new ReachedBy(transport, "127.0.0.1", 5065, "127.0.0.1", 5070));
    }
}
