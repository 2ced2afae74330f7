package presentry.agent.endpoint;

import java.util.Optional;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.model.Body;
import presentry.agent.model.Watcher;
import presentry.agent.presentity.Command;
import presentry.agent.shard.CommandSink;
import presentry.sip.message.SipRequest;

/**
 * PUBLISH (RFC 3903, section 6), up to where the stored publications are needed. It makes no dialog (section 4), so Contact,
 * Record-Route and a To tag mean nothing in it. Who may publish for whom is seen by the presentity.
 */
final class PublishEndpoint implements Endpoint {
    private final EventPackages packages;
    private final ServedUsers users;
    private final PublishedBodyReader bodies;
    private final CommandSink sink;
    private final FreshNames names;

    PublishEndpoint(
            EventPackages packages, ServedUsers users, PublishedBodyReader bodies, CommandSink sink, FreshNames names) {
        this.packages = packages;
        this.users = users;
        this.bodies = bodies;
        this.sink = sink;
        this.names = names;
    }

    @Override
    public void received(Exchange exchange, Watcher sender) {
        SipRequest request = exchange.request();
        Optional<ServedUser> user = users.find(request.requestUri()); // step 1
        if (user.isEmpty()) {
            exchange.refuse(users.whyNot(request.requestUri()));
            return;
        }
        Optional<EventPackage> event = RequestedEvent.in(request, packages) // step 2
                .map(RequestedEvent::eventPackage)
                .filter(found -> !found.publishTypes().isEmpty());
        if (event.isEmpty()) {
            exchange.refuse(new Refusal.BadEvent());
            return;
        }
        switch (bodies.read(request)) {
            case PublishedBodyReader.Outcome.Refused(Refusal refusal) -> exchange.refuse(refusal);
            case PublishedBodyReader.Outcome.Read(var body) ->
                sink.tell(
                        user.get().home(),
                        new Command.Publish(
                                exchange::answer,
                                sender,
                                event.get().name(),
                                request.headers().first("SIP-If-Match").map(String::strip), // step 3
                                Expiry.asked(request),
                                body,
                                names.entityTag(),
                                origin(request)));
        }
    }

    /**
     * A request is the same if Call-ID, From tag and CSeq are (RFC 3261, section 8.2.2.2): also when a transaction knows nothing of it
     * any more, since it is long over or the server was restarted.
     */
    private static String origin(SipRequest request) {
        String named = request.callId() + "\n" + request.from().tag().orElse("") + "\n" + request.cseq();
        return Body.of("", named).tag().value();
    }
}
