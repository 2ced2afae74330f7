package presentry.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.agent.model.Body;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.DialogId;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Rates;
import presentry.agent.model.ReachedBy;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.WatcherStatus;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.agent.presentity.Command.NotifyEnded;
import presentry.agent.presentity.Notification;
import presentry.sip.message.SipHeaders;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.sip.transaction.TransactionEnd;
import presentry.sip.transport.Flow;
import presentry.uri.Aor;

/** NOTIFY: RFC 6665, section 4.2.2; RFC 3261, section 12.2.1.1. */
class NotifySenderTest {
    private static final Aor ALICE = Aor.of("sip", "alice", "example.com", 0);
    private static final DialogAddress DIALOG = new DialogAddress(
            new DialogId("call-1", Requests.LOCAL_TAG, "b0b"),
            "sip:alice@example.com",
            "sip:bob@example.com",
            "sip:bob-0x5563c8dd6b00@192.0.2.7:5070;ob",
            List.of("<sip:p1.example.com;lr>", "<sip:p2.example.com>"),
            new ReachedBy("TCP", "127.0.0.1", 5065, "127.0.0.1", 5070));

    private final List<SipRequest> sent = new ArrayList<>();
    private final List<Optional<Flow>> flows = new ArrayList<>();
    private final List<NotifyEnded> ends = new ArrayList<>();

    /** RFC 3261, section 12.2.1.1; phones compare the text of their Contact. */
    @Test
    void aNotifyGoesBackIntoItsDialog() {
        SipRequest notify = notified(active());

        assertThat(notify.requestUri()).isEqualTo("sip:bob-0x5563c8dd6b00@192.0.2.7:5070;ob");
        assertThat(notify.headers().first("From")).contains("<sip:alice@example.com>;tag=" + Requests.LOCAL_TAG);
        assertThat(notify.headers().first("To")).contains("<sip:bob@example.com>;tag=b0b");
        assertThat(notify.callId()).isEqualTo("call-1");
        assertThat(notify.headers().first("CSeq")).contains("42 NOTIFY");
        assertThat(notify.headers().all("Route")).containsExactly("<sip:p1.example.com;lr>", "<sip:p2.example.com>");
        assertThat(notify.headers().first("Contact")).contains("<sip:192.0.2.1:5065;transport=tcp>");
        assertThat(notify.headers().all("Max-Forwards")).containsExactly("70");
    }

    /** RFC 3261, section 12.2.1.1: a tag of null is left out. */
    @Test
    void aPeerWithoutTagGetsNone() {
        DialogAddress old = new DialogAddress(
                new DialogId("call-1", Requests.LOCAL_TAG, ""),
                DIALOG.localUri(),
                DIALOG.remoteUri(),
                DIALOG.remoteTarget(),
                List.of(),
                DIALOG.reachedBy());

        assertThat(notified(notification(old, "", WatcherStatus.ACTIVE, StatusEvent.APPROVED))
                        .headers()
                        .first("To"))
                .contains("<sip:bob@example.com>");
    }

    @Test
    void itTakesTheWayOfTheNewestRequest() {
        notified(active());

        assertThat(flows).containsExactly(Optional.of(Edge.TCP));
    }

    /** RFC 6665, sections 4.5.2 and 8.2.1. */
    @Test
    void theEventIsSpelledAsInTheSubscribe() {
        assertThat(notified(active()).headers().first("Event")).contains("Presence");
        assertThat(notified(notification(DIALOG, "7", WatcherStatus.ACTIVE, StatusEvent.APPROVED))
                        .headers()
                        .first("Event"))
                .contains("Presence;id=7");
    }

    /** RFC 6665, section 4.2.2: expires always, and never more than what is left. */
    @ParameterizedTest
    @CsvSource({"ACTIVE, active;expires=599", "PENDING, pending;expires=599"})
    void aLiveSubscriptionSaysWhatIsLeft(WatcherStatus status, String state) {
        assertThat(state(status, StatusEvent.APPROVED)).contains(state);
    }

    /** RFC 6665, section 4.1.3: retry-after means something for two reasons only. */
    @ParameterizedTest
    @CsvSource({
        "REJECTED, terminated;reason=rejected",
        "TIMEOUT, terminated;reason=timeout",
        "DEACTIVATED, terminated;reason=deactivated",
        "PROBATION, terminated;reason=probation;retry-after=5",
        "GIVEUP, terminated;reason=giveup;retry-after=5",
        "NORESOURCE, terminated;reason=noresource"
    })
    void anEndSaysWhy(StatusEvent event, String state) {
        assertThat(state(WatcherStatus.TERMINATED, event)).contains(state);
    }

    @Test
    void theBodyGoesAlongWithItsType() {
        SipRequest notify = notified(active());

        assertThat(notify.headers().first("Content-Type")).contains("application/pidf+xml");
        assertThat(notify.body()).asString().isEqualTo("<presence/>");
    }

    /** RFC 5025, section 3.2.1: a pending watcher is shown nothing. */
    @Test
    void withoutBodyThereIsNoContentType() {
        SipRequest notify = notified(new Notification(
                ALICE,
                new SubscriptionKey(DIALOG.id(), EventName.PRESENCE, ""),
                DIALOG,
                "presence",
                1,
                WatcherStatus.PENDING,
                Duration.ofMinutes(1),
                StatusEvent.SUBSCRIBE,
                new EntityTag("t0"),
                Rates.NONE,
                Optional.empty()));

        assertThat(notify.headers().contains("Content-Type")).isFalse();
        assertThat(notify.body()).isEmpty();
    }

    /** RFC 5839, section 6.1. */
    @Test
    void theTagOfTheStateGoesAlong() {
        assertThat(notified(active()).headers().first("SIP-ETag")).contains("t1");
    }

    /** RFC 6446, section 4.2; no exponents (section 9.2). */
    @Test
    void agreedRatesAreSaid() {
        Notification plain = active();
        Rates rates = new Rates(Rates.rate("0.0000000001"), Optional.empty(), Rates.rate("0.1"));

        SipRequest notify = notified(new Notification(
                plain.owner(),
                plain.key(),
                plain.dialog(),
                plain.eventSpelling(),
                plain.cSeq(),
                plain.status(),
                plain.left(),
                plain.reason(),
                plain.tag(),
                rates,
                plain.body()));

        assertThat(notify.headers().first("Subscription-State"))
                .contains("active;expires=599;max-rate=0.0000000001;adaptive-min-rate=0.1");
    }

    /** RFC 6665, section 4.2.2. */
    @ParameterizedTest
    @ValueSource(ints = {404, 405, 410, 416, 480, 481, 482, 483, 484, 485, 489, 501, 604})
    void theseRefusalsEndTheSubscription(int status) {
        assertThat(endAfter(status)).isEqualTo(NotifyEnd.SUBSCRIPTION_GONE);
    }

    /** RFC 6665, section 4.2.2; RFC 5057, section 5.1: other refusals lose one NOTIFY. */
    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 407, 415, 486, 500, 503, 600})
    void otherRefusalsDoNot(int status) {
        assertThat(endAfter(status)).isEqualTo(NotifyEnd.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void everySuccessDelivers(int status) {
        assertThat(endAfter(status)).isEqualTo(NotifyEnd.DELIVERED);
    }

    @Test
    void noAnswerIsATimeOutWhoeverNoticesIt() {
        assertThat(endAfter(408)).isEqualTo(NotifyEnd.TIMED_OUT);
        assertThat(endAfter(new TransactionEnd.TimedOut())).isEqualTo(NotifyEnd.TIMED_OUT);
        assertThat(endAfter(new TransactionEnd.Unreachable("connection refused")))
                .isEqualTo(NotifyEnd.TIMED_OUT);
    }

    private Optional<String> state(WatcherStatus status, StatusEvent event) {
        SipHeaders headers = notified(notification(DIALOG, "", status, event)).headers();
        return headers.first("Subscription-State");
    }

    private static Notification active() {
        return notification(DIALOG, "", WatcherStatus.ACTIVE, StatusEvent.APPROVED);
    }

    private static Notification notification(
            DialogAddress dialog, String eventId, WatcherStatus status, StatusEvent event) {
        return new Notification(
                ALICE,
                new SubscriptionKey(dialog.id(), EventName.PRESENCE, eventId),
                dialog,
                "Presence",
                42,
                status,
                Duration.ofMillis(599_999),
                event,
                new EntityTag("t1"),
                Rates.NONE,
                Optional.of(Body.of("application/pidf+xml", "<presence/>")));
    }

    /** RFC 6446, section 9.3. */
    @Test
    void theRatesThatAnAnswerAsksForAreHandedOn() {
        SipResponse answer = SipResponse.answering(notified(active()), 200)
                .header("Event", "presence;max-rate=0.5")
                .build();

        endAfter(new TransactionEnd.Answered(answer));

        assertThat(ends.getLast().wanted())
                .contains(new Rates(Optional.of(new BigDecimal("0.5")), Optional.empty(), Optional.empty()));
    }

    /** RFC 6446, section 9.3: the event type must be that of the NOTIFY. */
    @Test
    void anAnswerThatNamesAnotherPackageAsksForNoRates() {
        SipResponse answer = SipResponse.answering(notified(active()), 200)
                .header("Event", "dialog;max-rate=0.5")
                .build();

        endAfter(new TransactionEnd.Answered(answer));

        assertThat(ends.getLast().wanted()).isEmpty();
    }

    /** RFC 6446, section 9.3: in other answers an Event means nothing. */
    @Test
    void aRefusalAsksForNoRates() {
        SipResponse answer = SipResponse.answering(notified(active()), 500)
                .header("Event", "presence;max-rate=0.5")
                .build();

        endAfter(new TransactionEnd.Answered(answer));

        assertThat(ends.getLast().wanted()).isEmpty();
    }

    private SipRequest notified(Notification notification) {
        sender((request, flow, end) -> {
                    sent.add(request);
                    flows.add(flow);
                })
                .notify(notification, ends::add);
        return sent.getLast();
    }

    private NotifyEnd endAfter(int status) {
        SipRequest notify = notified(active());
        return endAfter(new TransactionEnd.Answered(
                SipResponse.answering(notify, status).build()));
    }

    private NotifyEnd endAfter(TransactionEnd end) {
        sender((request, flow, ended) -> ended.accept(end)).notify(active(), ends::add);
        return ends.getLast().end();
    }

    private static NotifySender sender(RequestSender requests) {
        return new NotifySender(Edge.SETTINGS, requests, transport -> "192.0.2.1:5065");
    }
}
