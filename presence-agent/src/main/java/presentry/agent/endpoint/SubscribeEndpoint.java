package presentry.agent.endpoint;

import java.util.List;
import java.util.Optional;
import presentry.agent.event.EventPackages;
import presentry.agent.model.DialogId;
import presentry.agent.model.Recurring;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.SuppressIfMatch;
import presentry.agent.model.Watcher;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.SubscribeTerms;
import presentry.agent.shard.CommandSink;
import presentry.sip.message.SipRequest;

/**
 * SUBSCRIBE (RFC 6665, section 4.2.1): outside of a dialog it begins a subscription, inside it refreshes or ends one, or begins
 * another one.
 */
final class SubscribeEndpoint implements Endpoint {
    private static final Refusal ONE_CONDITION = new Refusal.Malformed("Suppress-If-Match takes one entity-tag");
    private static final int RECENT = 1 << 14;
    private static final Refusal NO_BODY_EXPECTED = new Refusal.BodyNotUnderstood(List.of());

    private final EventPackages packages;
    private final ServedUsers users;
    private final CommandSink sink;
    private final FreshNames names;
    private final MergedRequests merged;

    /** A telephone subscribes to all its friends at once. */
    private final Recurring<Watcher> watchers = new Recurring<>(RECENT);

    SubscribeEndpoint(
            EventPackages packages, ServedUsers users, CommandSink sink, FreshNames names, MergedRequests merged) {
        this.packages = packages;
        this.users = users;
        this.sink = sink;
        this.names = names;
        this.merged = merged;
    }

    @Override
    public void received(Exchange exchange, Watcher sender) {
        Optional<RequestedEvent> event = RequestedEvent.in(exchange.request(), packages);
        if (event.isEmpty()) {
            exchange.refuse(new Refusal.BadEvent());
            return;
        }
        if (exchange.request().headers().all("Suppress-If-Match").size() > 1) { // RFC 5839, section 5.2
            exchange.refuse(ONE_CONDITION);
            return;
        }
        Optional<String> localTag = exchange.request().to().tag();
        if (localTag.isPresent()) {
            goOn(exchange, sender, event.get(), localTag.get());
        } else {
            begin(exchange, sender, event.get());
        }
    }

    private void begin(Exchange exchange, Watcher watcher, RequestedEvent event) {
        SipRequest request = exchange.request();
        Optional<ServedUser> user = users.find(request.requestUri());
        if (user.isEmpty()) {
            exchange.refuse(users.whyNot(request.requestUri()));
            return;
        }
        if (mustUnderstandBody(request)) {
            exchange.refuse(NO_BODY_EXPECTED);
            return;
        }
        List<String> offered = event.eventPackage().notifyTypes();
        Optional<String> bodyType = AcceptedTypes.best(request.headers(), offered);
        if (bodyType.isEmpty()) {
            exchange.refuse(new Refusal.NothingAcceptable(offered));
            return;
        }
        switch (DialogReader.firstRemoteTarget(request, exchange.incoming().flow())) {
            case DialogReader.Target.None(String why) -> exchange.refuse(new Refusal.Malformed(why));
            case DialogReader.Target.Reachable(String target) ->
                begin(exchange, watcher, event, user.get(), bodyType.get(), target);
        }
    }

    private void begin(
            Exchange exchange,
            Watcher watcher,
            RequestedEvent event,
            ServedUser user,
            String bodyType,
            String remoteTarget) {
        SipRequest request = exchange.request();
        if (merged.isSecondOf(request)) {
            exchange.refuse(new Refusal.Merged());
            return;
        }
        DialogId id = names.dialog(request, user.home());
        Watcher kept = watchers.same(watcher);
        sink.tell(
                user.home(),
                new Command.Subscribe(
                        exchange::answer,
                        new SubscriptionKey(id, event.eventPackage().name(), event.id()),
                        names.winfoId(),
                        kept,
                        DialogReader.begun(exchange, kept, id, remoteTarget),
                        user.entity(),
                        event.spelling(),
                        bodyType,
                        terms(request, event),
                        request.cseq()));
    }

    /** The Request-URI is our Contact here; of a refresh the body type was agreed on when the subscription began. */
    private void goOn(Exchange exchange, Watcher watcher, RequestedEvent event, String localTag) {
        SipRequest request = exchange.request();
        if (mustUnderstandBody(request)) {
            exchange.refuse(NO_BODY_EXPECTED);
            return;
        }
        switch (DialogReader.remoteTarget(request)) {
            case DialogReader.Target.None(String why) -> exchange.refuse(new Refusal.Malformed(why));
            case DialogReader.Target.Reachable(String target) -> goOn(exchange, watcher, event, localTag, target);
        }
    }

    private void goOn(Exchange exchange, Watcher watcher, RequestedEvent event, String localTag, String remoteTarget) {
        SipRequest request = exchange.request();
        DialogId id =
                new DialogId(request.callId(), localTag, request.from().tag().orElse(""));
        sink.tellDialog(
                id,
                new Command.Resubscribe(
                        exchange::answer,
                        new SubscriptionKey(id, event.eventPackage().name(), event.id()),
                        watcher,
                        further(request, event),
                        remoteTarget,
                        exchange.reachedBy(),
                        terms(request, event),
                        request.cseq()));
    }

    private Command.Further further(SipRequest request, RequestedEvent event) {
        return new Command.Further(
                names.winfoId(),
                event.spelling(),
                AcceptedTypes.best(request.headers(), event.eventPackage().notifyTypes()));
    }

    private static SubscribeTerms terms(SipRequest request, RequestedEvent event) {
        return new SubscribeTerms(
                Expiry.asked(request),
                request.headers().first("Suppress-If-Match").map(String::strip).map(SuppressIfMatch::new),
                event.rates());
    }

    /** No package here gives a body of SUBSCRIBE a meaning; one may be ignored only if it says so (RFC 3261, section 8.2.3). */
    private static boolean mustUnderstandBody(SipRequest request) {
        boolean optional = request.headers()
                .parameterized("Content-Disposition")
                .flatMap(disposition -> disposition.parameter("handling"))
                .filter("optional"::equalsIgnoreCase)
                .isPresent();
        return request.body().length > 0 && !optional;
    }
}
