package presentry.agent.endpoint;

import java.time.Duration;
import java.util.List;
import presentry.agent.event.EventPackages;
import presentry.agent.presentity.Answer;
import presentry.agent.publication.PublishOutcome;
import presentry.sip.message.SipRequest;

/** The one place where the answer of a presentity becomes a number. */
final class AnswerWriter {
    private final ServerContact contact;
    private final Duration retryAfter;
    private final EventPackages packages;

    AnswerWriter(ServerContact contact, Duration retryAfter, EventPackages packages) {
        this.contact = contact;
        this.retryAfter = retryAfter;
        this.packages = packages;
    }

    /** @throws IllegalArgumentException for {@link Answer.MayPass}, which is forwarded and not answered: a defect */
    Reply write(SipRequest request, Answer answer) {
        return switch (answer) {
            case Answer.Subscribed subscribed -> subscribed(request, subscribed);
            case Answer.Published(PublishOutcome outcome) -> published(request, outcome);
            case Answer.TooBrief(Duration minimum) -> tooBrief(request, minimum);
            case Answer.Unreadable(String why) ->
                Reply.to(request, 400).phrase("Unreadable Body").warning(why);
            case Answer.UnsupportedBody(List<String> accepted) ->
                Reply.to(request, 415).header("Accept", String.join(", ", accepted));
            case Answer.BodyMissing() ->
                Reply.to(request, 400).warning("A first publication needs a body"); // RFC 3903, section 6, step 5
            case Answer.NothingAcceptable(List<String> offered) ->
                Reply.to(request, 406).warning("This can be sent: " + String.join(", ", offered));
            case Answer.Refused(Answer.Reason reason) -> refused(request, reason);
            case Answer.MayPass() -> throw new IllegalArgumentException("a MESSAGE that may pass is not answered here");
        };
    }

    /** RFC 6665, section 4.2.1.1: never 202, also where the watcher is pending; RFC 3261, section 12.1.1. */
    private Reply subscribed(SipRequest request, Answer.Subscribed subscribed) {
        Reply reply = Reply.to(request, subscribed.notified() ? 200 : 204) // RFC 5839, section 6.3
                .toTag(subscribed.dialog().id().localTag())
                .header("Contact", contact.reachedBy(subscribed.dialog().reachedBy()))
                .header("Expires", Long.toString(subscribed.granted().toSeconds()));
        boolean beginsDialog = request.to().tag().isEmpty();
        return beginsDialog
                ? reply.headers("Record-Route", subscribed.dialog().routeSet())
                        .header("Allow-Events", RefusalWriter.allowEvents(packages)) // RFC 6665, section 4.4.4
                : reply;
    }

    private static Reply published(SipRequest request, PublishOutcome outcome) {
        return switch (outcome) {
            case PublishOutcome.Stored(var tag, Duration granted) -> // RFC 3903, section 6, step 6
                Reply.to(request, 200)
                        .header("SIP-ETag", tag.value())
                        .header("Expires", Long.toString(granted.toSeconds()));
            case PublishOutcome.UnknownTag() -> Reply.to(request, 412); // RFC 3903, section 6, step 3
            case PublishOutcome.TooBrief(Duration minimum) -> tooBrief(request, minimum);
            case PublishOutcome.TooMany() -> tooMany(request, "This user holds as many publications as one may");
        };
    }

    /** RFC 6665, section 4.2.1.1; RFC 3903, section 6, step 4. Never less than the minimum, so a fraction counts whole. */
    private static Reply tooBrief(SipRequest request, Duration minimum) {
        long seconds = minimum.plusSeconds(1).minusNanos(1).toSeconds();
        return Reply.to(request, 423).header("Min-Expires", Long.toString(seconds));
    }

    /** A bound of one user, so not 503, by which a client would leave this server (RFC 3261, section 21.5.4). */
    private static Reply tooMany(SipRequest request, String sentence) {
        return Reply.to(request, 403).warning(sentence);
    }

    private Reply refused(SipRequest request, Answer.Reason reason) {
        return switch (reason) {
            case FORBIDDEN -> Reply.to(request, 403);
            case NO_SUCH_SUBSCRIPTION ->
                Reply.to(request, 481).phrase("Subscription Does Not Exist"); // RFC 6665, section 4.1.2.2
            case OUT_OF_ORDER -> Reply.to(request, 500).phrase("CSeq Out Of Order"); // RFC 3261, section 12.2.2
            case TOO_MANY -> tooMany(request, "A bound on the number of subscriptions is reached");
            case TRY_AGAIN -> tryAgain(request, "Busy, Try Again");
            case NOT_STORED -> tryAgain(request, "Could Not Be Stored");
        };
    }

    /** RFC 3261, section 21.5.1. */
    private Reply tryAgain(SipRequest request, String phrase) {
        return Reply.to(request, 500).phrase(phrase).header("Retry-After", Long.toString(retryAfter.toSeconds()));
    }
}
