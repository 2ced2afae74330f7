package presentry.agent.endpoint;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.DialogId;
import presentry.agent.model.Rates;
import presentry.agent.model.StatusEvent;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.agent.presentity.Command.NotifyEnded;
import presentry.agent.presentity.Notification;
import presentry.agent.shard.Outbox;
import presentry.sip.message.NameAddress;
import presentry.sip.message.ParameterizedValue;
import presentry.sip.message.RequestUri;
import presentry.sip.message.SipRequest;
import presentry.sip.transaction.TransactionEnd;

/** Writes NOTIFYs (RFC 6665, section 4.2.2) as requests inside their dialogs (RFC 3261, section 12.2.1.1), and sends them. */
public final class NotifySender implements Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(NotifySender.class);

    private final RequestSender sender;
    private final ServerContact contact;
    private final Duration retryAfter;

    /**
     * A sender for all NOTIFYs of this server.
     *
     * @param sender adds the Via and follows the routes
     * @param place what our Contact says
     */
    public NotifySender(EndpointSettings settings, RequestSender sender, ContactPlace place) {
        this.sender = sender;
        this.contact = new ServerContact(place);
        this.retryAfter = settings.retryAfter();
    }

    @Override
    public void notify(Notification notification, Consumer<NotifyEnded> ended) {
        sender.send(
                request(notification),
                Optional.of(Flows.of(notification.dialog().reachedBy())),
                end -> {
                    NotifyEnd outcome = ended(end);
                    log(notification, outcome, end);
                    ended.accept(new NotifyEnded(
                            notification.key(), notification.cSeq(), outcome, wanted(notification, end)));
                });
    }

    private SipRequest request(Notification notification) {
        DialogAddress dialog = notification.dialog();
        DialogId id = dialog.id();
        SipRequest.Builder request = SipRequest.builder("NOTIFY", RequestUri.of(dialog.remoteTarget()))
                .from(party(dialog.localUri(), id.localTag()))
                .to(party(dialog.remoteUri(), id.remoteTag()))
                .callId(id.callId())
                .cseq(notification.cSeq())
                .header("Max-Forwards", "70");
        dialog.routeSet().forEach(route -> request.header("Route", route));
        request.header("Contact", contact.reachedBy(dialog.reachedBy()))
                .header("Event", event(notification))
                .header("Subscription-State", state(notification) + rates(notification.rates()))
                .header("SIP-ETag", notification.tag().value()); // RFC 5839, section 6.1
        notification.body().ifPresent(body -> request.body(body.contentType(), body.octets()));
        return request.build();
    }

    /** A tag goes back as it came; a peer that had none gets none (RFC 3261, section 12.2.1.1). */
    private static NameAddress party(String uri, String tag) {
        return new NameAddress("", uri, tag.isEmpty() ? Map.of() : Map.of("tag", tag));
    }

    /** RFC 6665, section 4.5.2: with the id that the SUBSCRIBE had. */
    private static String event(Notification notification) {
        String id = notification.key().eventId();
        Map<String, String> parameters = id.isEmpty() ? Map.of() : Map.of("id", id);
        return new ParameterizedValue(notification.eventSpelling(), parameters).text();
    }

    /** RFC 6665, section 4.2.2. What is left is rounded down, since it must not lengthen the subscription. */
    private String state(Notification notification) {
        String left = ";expires=" + Math.max(0, notification.left().toSeconds());
        return switch (notification.status()) {
            case ACTIVE -> "active" + left;
            case PENDING -> "pending" + left;
            case WAITING, TERMINATED -> "terminated" + reason(notification.reason());
        };
    }

    /** RFC 6446, section 4.2: what was agreed to, in the watcher's words. */
    private static String rates(Rates rates) {
        return parameter("max-rate", rates.max())
                + parameter("min-rate", rates.min())
                + parameter("adaptive-min-rate", rates.adaptiveMin());
    }

    private static String parameter(String name, Optional<BigDecimal> rate) {
        return rate.map(value -> ";" + name + "=" + value.toPlainString()).orElse("");
    }

    /** RFC 6665, section 4.1.3: retry-after means something for probation and giveup alone. */
    private String reason(StatusEvent event) {
        String later = ";retry-after=" + retryAfter.toSeconds();
        return switch (event) {
            case REJECTED -> ";reason=rejected";
            case TIMEOUT -> ";reason=timeout";
            case DEACTIVATED -> ";reason=deactivated";
            case PROBATION -> ";reason=probation" + later;
            case GIVEUP -> ";reason=giveup" + later;
            case NORESOURCE -> ";reason=noresource";
            case SUBSCRIBE, APPROVED, CONFIRM_AGAIN -> ""; // these end nothing; the reason is only a SHOULD
        };
    }

    private static NotifyEnd ended(TransactionEnd end) {
        return switch (end) {
            case TransactionEnd.Answered(var response) -> ended(response.status());
            case TransactionEnd.TimedOut() -> NotifyEnd.TIMED_OUT;
            case TransactionEnd.Unreachable(String unused) -> NotifyEnd.TIMED_OUT;
        };
    }

    /** RFC 6446, section 9.3: the answer may ask for other rates, for the package of the NOTIFY alone. */
    private static Optional<Rates> wanted(Notification notification, TransactionEnd end) {
        return end instanceof TransactionEnd.Answered(var response) && response.status() / 100 == 2
                ? response.headers()
                        .parameterized("Event")
                        .filter(event -> event.value().equalsIgnoreCase(notification.eventSpelling()))
                        .map(RatesReader::read)
                : Optional.empty();
    }

    /** Which refusals end the subscription is said by RFC 6665, section 4.2.2; a proxy's 408 is its own time-out. */
    private static NotifyEnd ended(int status) {
        return switch (status) {
            case 404, 405, 410, 416, 480, 481, 482, 483, 484, 485, 489, 501, 604 -> NotifyEnd.SUBSCRIPTION_GONE;
            case 408 -> NotifyEnd.TIMED_OUT;
            default -> status / 100 == 2 ? NotifyEnd.DELIVERED : NotifyEnd.REFUSED;
        };
    }

    /** A thousand watchers hear of one change: what was delivered is of interest to a search for faults only. */
    private static void log(Notification notification, NotifyEnd outcome, TransactionEnd end) {
        Level level = outcome == NotifyEnd.DELIVERED ? Level.DEBUG : Level.INFO;
        if (!LOG.isEnabledForLevel(level)) {
            return;
        }
        LOG.atLevel(level)
                .log(
                        "NOTIFY {} of {} to {}: {}, {}",
                        notification.key().event(),
                        notification.owner(),
                        Exchange.logged(notification.dialog().remoteUri()),
                        outcome,
                        end);
    }
}
