package presentry.agent.endpoint;

import java.time.Duration;
import java.util.stream.Collectors;
import presentry.agent.event.EventPackages;
import presentry.sip.message.SipRequest;

/** The one place where what is refused at the edge becomes a number (RFC 3261, section 21). */
final class RefusalWriter {
    /** All that is understood, with CANCEL and ACK, which change nothing here (RFC 3261, section 20.5). */
    static final String ALLOW = "SUBSCRIBE, PUBLISH, MESSAGE, REGISTER, OPTIONS, CANCEL, ACK";

    private final EventPackages packages;

    RefusalWriter(EventPackages packages) {
        this.packages = packages;
    }

    Reply write(SipRequest request, Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotTrusted(String key) ->
                Reply.to(request, 403).phrase("Sender Not Trusted").remark("Sender Not Trusted (see " + key + ")");
            case Refusal.NotIdentified() -> Reply.to(request, 403).phrase("Sender Not Identified");
            case Refusal.NotProven(var challenges) -> Reply.to(request, 401).headers("WWW-Authenticate", challenges);
            case Refusal.TooManyGuesses(Duration wait) ->
                Reply.to(request, 500)
                        .phrase("Too Many Wrong Passwords")
                        .header(
                                "Retry-After",
                                String.valueOf(wait.plusMillis(999).toSeconds()));
            case Refusal.Pretended() -> Reply.to(request, 403).phrase("From Is Not Your Address");
            case Refusal.NotYourAddress() -> Reply.to(request, 403).phrase("Not Your Address");
            case Refusal.TooManyContacts() -> Reply.to(request, 403).phrase("Too Many Contacts");
            case Refusal.Overtaken() -> Reply.to(request, 500).phrase("A Later Request Was Here Before");
            case Refusal.TooBrief(Duration minimum) ->
                Reply.to(request, 423).header("Min-Expires", Long.toString(minimum.toSeconds()));
            case Refusal.MethodNotAllowed() -> Reply.to(request, 405).header("Allow", ALLOW);
            case Refusal.UnknownExtensions(var options) ->
                Reply.to(request, 420).header("Unsupported", String.join(", ", options));
            case Refusal.UnsupportedScheme() -> Reply.to(request, 416);
            case Refusal.NotServed() -> Reply.to(request, 404);
            case Refusal.BadEvent() -> Reply.to(request, 489).header("Allow-Events", allowEvents(packages));
            case Refusal.NoSuchDialog() -> Reply.to(request, 481);
            case Refusal.Merged() -> Reply.to(request, 482);
            case Refusal.NothingToCancel() -> Reply.to(request, 481); // RFC 3261, section 9.2
            case Refusal.Malformed(String why) -> Reply.to(request, 400).warning(why);
            case Refusal.NothingAcceptable(var offered) ->
                Reply.to(request, 406).warning("This can be sent: " + String.join(", ", offered));
            case Refusal.BodyNotUnderstood(var accepted) ->
                Reply.to(request, 415).header("Accept", String.join(", ", accepted));
            case Refusal.EncodingNotUnderstood() -> Reply.to(request, 415).header("Accept-Encoding", "identity");
            case Refusal.BodyTooLarge(int maxBytes) ->
                Reply.to(request, 413).warning("A body may have " + maxBytes + " octets");
            case Refusal.NoNextHop() -> Reply.to(request, 404).phrase("No Way To The Recipient");
        };
    }

    /** All packages that can be subscribed to (RFC 6665, section 4.4.4). */
    static String allowEvents(EventPackages packages) {
        return packages.all().stream().map(one -> one.name().text()).collect(Collectors.joining(", "));
    }
}
