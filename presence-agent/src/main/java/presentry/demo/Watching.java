package presentry.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import presentry.sip.message.NameAddress;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;

/**
 * A subscription, seen by the watcher: one dialog (RFC 6665, section 4.1). Its requests are made by {@link #subscribe()}
 * one after the other and sent by {@link #send}. For one thread.
 */
public final class Watching {
    /** What the 2xx tells about the other side (RFC 3261, section 12.1.2). */
    private record Remote(String to, String target, List<NameAddress> routes) {}

    private final UserAgent agent;
    private final String target;
    private final String event;
    private final String callId;
    private final String from;
    private final String localTag;
    private long cseq;
    private Optional<Remote> remote = Optional.empty();

    Watching(UserAgent agent, String target, String event) {
        this.agent = agent;
        this.target = target;
        this.event = event;
        this.callId = agent.fresh();
        this.localTag = agent.fresh();
        this.from = "<" + agent.uri() + ">;tag=" + localTag;
    }

    /** Who is watched, as written in the first SUBSCRIBE. */
    public String target() {
        return target;
    }

    /** The event package. */
    public String event() {
        return event;
    }

    /** The next SUBSCRIBE: outside of a dialog until a 2xx has made one, inside it from then on. */
    public SipRequest.Builder subscribe() {
        cseq++;
        SipRequest.Builder request = remote.map(this::inside).orElseGet(this::outside);
        return request.from(from)
                .callId(callId)
                .cseq(cseq)
                .header("Contact", agent.contact())
                .header("Event", event);
    }

    /** Sends a SUBSCRIBE of this subscription; a 2xx to the first one makes the dialog. */
    public SipResponse send(SipRequest request) {
        SipResponse response = agent.send(request);
        if (response.status() / 100 == 2 && remote.isEmpty()) {
            remote = Optional.of(remoteIn(response));
        }
        return response;
    }

    /** Subscribes, or refreshes the subscription, for a duration in whole seconds; zero ends it. */
    public SipResponse send(Duration expires) {
        return send(subscribe()
                .header("Expires", Long.toString(expires.toSeconds()))
                .build());
    }

    /** The next NOTIFY that belongs to it. @throws NothingCame if there is none in time */
    public Notification next() {
        return agent.notification(notification -> notification.watching() == this);
    }

    boolean owns(SipRequest notify) {
        return notify.callId().equals(callId)
                && notify.to().tag().equals(Optional.of(localTag))
                && notify.headers().parameterized("Event").isPresent();
    }

    private SipRequest.Builder outside() {
        return agent.outside("SUBSCRIBE", target).to("<" + target + ">");
    }

    private SipRequest.Builder inside(Remote dialog) {
        SipRequest.Builder request =
                SipRequest.builder("SUBSCRIBE", dialog.target()).to(dialog.to());
        dialog.routes().forEach(route -> request.header("Route", route.text()));
        return request;
    }

    private static Remote remoteIn(SipResponse response) {
        String to = response.headers().first("To").orElseThrow(() -> new NothingCame("the 2xx has no To"));
        NameAddress contact = response.headers().list("Contact").stream()
                .findFirst()
                .flatMap(NameAddress::parse)
                .orElseThrow(() -> new NothingCame("the 2xx to a SUBSCRIBE has no Contact"));
        List<NameAddress> routes = response.headers().list("Record-Route").stream()
                .map(NameAddress::parse)
                .flatMap(Optional::stream)
                .toList();
        return new Remote(to, contact.uri(), routes.reversed());
    }
}
