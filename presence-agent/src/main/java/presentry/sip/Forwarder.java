package presentry.sip;

import java.util.Optional;
import java.util.function.Consumer;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.sip.routing.Departure;
import presentry.sip.routing.ForwardingRules;
import presentry.sip.routing.Target;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transaction.Tokens;
import presentry.sip.transaction.TransactionEnd;

/** Joins a server and a client transaction as a stateful proxy does (RFC 3261, sections 16.6 to 16.9). */
final class Forwarder {
    private final RequestSender sender;
    private final ForwardingRules rules;
    private final Tokens tokens;

    Forwarder(RequestSender sender, ForwardingRules rules, Tokens tokens) {
        this.sender = sender;
        this.rules = rules;
        this.tokens = tokens;
    }

    ForwardStart forward(IncomingRequest incoming, Optional<Target> target, Consumer<TransactionEnd> end) {
        SipRequest request = incoming.request();
        return switch (rules.judge(request, target)) {
            case ForwardingRules.Verdict.NoNextHop() -> new ForwardStart.NoNextHop();
            case ForwardingRules.Verdict.Refuse(int status, var unsupported) -> {
                SipResponse.Builder refusal = SipResponse.answering(request, status);
                if (!unsupported.isEmpty()) {
                    refusal.header("Unsupported", String.join(", ", unsupported));
                }
                incoming.answer(refusal);
                yield new ForwardStart.Answered(status);
            }
            case ForwardingRules.Verdict.Send(Departure departure, String branchEnd) -> {
                sender.send(departure, () -> tokens.branch() + branchEnd, Optional.empty(), how -> {
                    upstream(incoming, how);
                    end.accept(how);
                });
                yield new ForwardStart.Forwarding();
            }
        };
    }

    /** Silence is answered with silence (RFC 4320, section 4.2), all else with a final response. */
    private static void upstream(IncomingRequest incoming, TransactionEnd how) {
        switch (how) {
            case TransactionEnd.Answered(SipResponse response) -> returned(incoming, response);
            case TransactionEnd.Unreachable(String reason) ->
                incoming.answer(SipResponse.answering(incoming.request(), 500)); // 503 as 500: sections 16.9 and 16.7
            case TransactionEnd.TimedOut() -> {}
        }
    }

    /** A 503 of the next hop says nothing about us: it becomes 500 (RFC 3261, section 16.7, item 6). */
    private static void returned(IncomingRequest incoming, SipResponse response) {
        if (response.status() == 503) {
            incoming.answer(SipResponse.answering(incoming.request(), 500));
        } else {
            incoming.answer(response.withoutTopVia());
        }
    }
}
