package presentry.agent.endpoint;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import presentry.account.UserDirectory;
import presentry.agent.event.EventPackages;
import presentry.agent.model.Watcher;
import presentry.agent.shard.CommandSink;
import presentry.policy.model.WatcherIdentity;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transaction.RequestReceiver;

/**
 * Where requests come in (RFC 3261, section 8.2): each method has its endpoint, which sees only requests whose sender is
 * settled and whose extensions are understood. Thread-safe.
 */
public final class RequestRouter implements RequestReceiver {
    private static final Watcher NOBODY = new Watcher(WatcherIdentity.UNAUTHENTICATED);

    private final RefusalWriter refusals;
    private final AnswerWriter answers;
    private final SenderIdentity identities;
    private final boolean acceptUnauthenticated;
    private final Endpoint subscribe;
    private final Endpoint publish;
    private final Endpoint message;
    private final Endpoint register;
    private final Endpoint options;

    /**
     * Joins the endpoints.
     *
     * @param directory who is a user
     * @param sink where commands go in
     * @param contacts keeps what is registered
     * @param forwarder passes on each MESSAGE that may pass
     * @param place what our Contact says
     * @param clock the monotonic one
     * @param random makes dialog tags, entity-tags and the like; must not be foreseeable
     */
    public RequestRouter(
            EndpointSettings settings,
            EventPackages packages,
            UserDirectory directory,
            CommandSink sink,
            RegisteredContacts contacts,
            Forwarder forwarder,
            ContactPlace place,
            InstantSource clock,
            RandomGenerator random) {
        ServedUsers users = new ServedUsers(settings.domains(), directory);
        FreshNames names = new FreshNames(random);
        PublishedBodyReader bodies = new PublishedBodyReader(settings.maxBodyBytes());
        this.refusals = new RefusalWriter(packages);
        this.answers = new AnswerWriter(new ServerContact(place), settings.retryAfter(), packages);
        this.identities = settings.proof()
                .<SenderIdentity>map(proof -> new ProvenIdentity(proof, settings.domains()))
                .orElseGet(() -> new IdentityReader(settings.trust(), settings.domains()));
        this.acceptUnauthenticated = settings.acceptUnauthenticated();
        this.subscribe = understood(new SubscribeEndpoint(packages, users, sink, names, new MergedRequests(clock)));
        this.publish = understood(new PublishEndpoint(packages, users, bodies, sink, names));
        this.register = understood(new RegisterEndpoint(users, contacts));
        this.options = understood(new OptionsEndpoint(packages));
        // Require speaks to the recipient's user agent, not to who passes the MESSAGE on (RFC 3261, section 16.3).
        this.message = new MessageEndpoint(users, sink, forwarder, settings.messageNextHop(), contacts);
    }

    @Override
    public void received(IncomingRequest incoming) {
        Exchange exchange = new Exchange(incoming, refusals, answers);
        switch (incoming.request().method()) {
            case "SUBSCRIBE" -> identified(exchange, subscribe);
            case "PUBLISH" -> identified(exchange, publish);
            case "MESSAGE" -> identified(exchange, message);
            case "REGISTER" -> identified(exchange, register);
            case "OPTIONS" -> options.received(exchange, NOBODY);
            case "CANCEL" -> exchange.refuse(new Refusal.NothingToCancel());
            default -> exchange.refuse(new Refusal.MethodNotAllowed());
        }
    }

    private void identified(Exchange exchange, Endpoint endpoint) {
        switch (identities.read(exchange.request(), exchange.incoming().flow())) {
            case Identification.Identified(Watcher sender) -> {
                exchange.identified(sender);
                endpoint.received(exchange, sender);
            }
            case Identification.Unauthenticated() -> {
                if (acceptUnauthenticated) {
                    endpoint.received(exchange, NOBODY);
                } else {
                    exchange.refuse(new Refusal.NotIdentified());
                }
            }
            case Identification.Challenged(var challenges) -> exchange.refuse(new Refusal.NotProven(challenges));
            case Identification.Delayed(Duration wait) -> exchange.refuse(new Refusal.TooManyGuesses(wait));
            case Identification.Pretended() -> exchange.refuse(new Refusal.Pretended());
            case Identification.Refused(String key) -> exchange.refuse(new Refusal.NotTrusted(key));
        }
    }

    /** No extension that could be required is supported yet (RFC 3261, section 8.2.2.3). */
    private static Endpoint understood(Endpoint endpoint) {
        return (exchange, sender) -> {
            List<String> required = exchange.request().headers().list("Require");
            if (required.isEmpty()) {
                endpoint.received(exchange, sender);
            } else {
                exchange.refuse(new Refusal.UnknownExtensions(required));
            }
        };
    }
}
