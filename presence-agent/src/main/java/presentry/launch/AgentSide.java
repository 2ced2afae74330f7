package presentry.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import presentry.account.UserDirectory;
import presentry.agent.authorize.MessageAuthorizer;
import presentry.agent.authorize.WatcherAuthorizer;
import presentry.agent.endpoint.EndpointSettings;
import presentry.agent.endpoint.NotifySender;
import presentry.agent.endpoint.RegisteredContacts;
import presentry.agent.endpoint.RequestRouter;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.event.presence.PresencePackage;
import presentry.agent.event.presence.PublishedSphere;
import presentry.agent.event.winfo.WinfoPackage;
import presentry.agent.model.EventName;
import presentry.agent.presentity.PresentityMachine;
import presentry.agent.shard.InFlight;
import presentry.agent.shard.MailboxParts;
import presentry.agent.shard.Outbox;
import presentry.agent.shard.Periodic;
import presentry.agent.shard.Pulse;
import presentry.agent.shard.ServerClock;
import presentry.agent.shard.Shards;
import presentry.agent.shard.WallClockWatch;
import presentry.agent.store.NumberFloor;
import presentry.agent.store.SoftStateStore;
import presentry.agent.store.VolatileSoftStateStore;
import presentry.agent.store.sql.InstallationSecret;
import presentry.agent.store.sql.SqlSoftStateStore;
import presentry.launch.figures.CountedOutbox;
import presentry.launch.figures.CountedRequests;
import presentry.sip.SipStack;
import presentry.sip.Started;
import presentry.storage.Fence;

/** The presence agent, from the SIP sockets to the mailboxes of the users. */
final class AgentSide {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration UNTIL_LAPSED_FACTS_ARE_DROPPED = Duration.ofMinutes(1);
    private static final int USERS_WITH_CONTACTS = 100_000;

    private final Foundation base;
    private final UserDirectory users;
    private final EndpointSettings endpoint;
    private final EventPackages packages;
    private final InFlight inFlight = new InFlight();
    private final Pulse pulse;
    private final Shards shards;
    // The agent sends by the stack, and the stack receives for the agent: the stack comes when the agent is ready.
    private final CompletableFuture<SipStack> stack = new CompletableFuture<>();

    /** The agent with all that was stored of it, and nothing that listens yet. */
    AgentSide(Foundation base, DocumentSide documents, UserAccess access) {
        this.base = base;
        this.users = access.users();
        this.endpoint = base.settings().endpoint(access.senderProof());
        this.packages = packages();
        ServerClock clock = new ServerClock(base.time().steady(), base.time().wall());
        ExecutorService threads = threads();
        this.pulse = new Pulse(base.time().timers(), clock, threads);
        MailboxParts parts = new MailboxParts(
                machine(),
                documents.policies(),
                softState(),
                outbox(),
                base.time().timers(),
                clock,
                threads,
                base.readers(),
                inFlight,
                base.config().limits().mailboxCapacity(),
                RETRY_AFTER);
        this.shards = new Shards(parts, users::exists, base.config().mutual().linger());
        base.figures().add(shards, inFlight, documents.policies());
        documents.tell(shards, base.config().policy().oma());
        shards.load();
        new WallClockWatch(clock, base.time().timers(), shards::wallClockSet).start();
        new Periodic(base.time().timers(), clock, UNTIL_LAPSED_FACTS_ARE_DROPPED, shards::dropLapsed).start();
        pulse.start();
    }

    Shards shards() {
        return shards;
    }

    /** Whether the timers and the threads go on. */
    Pulse pulse() {
        return pulse;
    }

    InFlight inFlight() {
        return inFlight;
    }

    /** Lets SIP in. */
    Started listen() {
        RequestRouter router = new RequestRouter(
                endpoint,
                packages,
                users,
                shards,
                new RegisteredContacts(base.time().steady(), USERS_WITH_CONTACTS),
                (incoming, nextHop, end) -> stack.join().forward(incoming, nextHop, end),
                transport -> stack.join().contactPlace(transport),
                base.time().steady(),
                base.random());
        Started started = SipStack.start(
                base.settings().sip(),
                base.time().sipTimer(),
                base.random(),
                base.readers(),
                new CountedRequests(router, base.figures()));
        if (started instanceof Started.Running running) {
            base.listeners().add(running.stack());
            base.figures().add(running.stack());
            stack.complete(running.stack());
        }
        return started;
    }

    private Outbox outbox() {
        NotifySender sender = new NotifySender(
                endpoint,
                (request, flow, end) -> stack.join().send(request, flow, end),
                transport -> stack.join().contactPlace(transport));
        return new CountedOutbox(sender, base.figures());
    }

    private PresentityMachine machine() {
        return new PresentityMachine(
                packages,
                new WatcherAuthorizer(base.config().policy().standard()),
                new MessageAuthorizer(),
                new PublishedSphere(),
                base.settings().presentity(),
                base.settings().presentities());
    }

    private SoftStateStore softState() {
        return base.config().storage().keepEvents()
                ? new SqlSoftStateStore(
                        base.database(),
                        Fence.EMBEDDED,
                        NumberFloor.at(base.time().wall().instant()))
                : new VolatileSoftStateStore();
    }

    private EventPackages packages() {
        PartSettings settings = base.settings();
        byte[] tupleIdSecret = InstallationSecret.named(
                        "tuple-id", base.database().writer(), base.random())
                .toCompletableFuture()
                .join();
        List<EventPackage> offered = new ArrayList<>();
        offered.add(new PresencePackage(settings.subscriptions(), settings.publications(), tupleIdSecret));
        if (base.config().winfo().offered()) {
            offered.add(winfo(EventName.PRESENCE));
            offered.add(winfo(EventName.PRESENCE_WINFO));
        }
        return new EventPackages(offered);
    }

    private WinfoPackage winfo(EventName watched) {
        return new WinfoPackage(
                watched, base.settings().subscriptions(), base.settings().winfoAdmission());
    }

    private ExecutorService threads() {
        ExecutorService threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("agent-", 0).daemon().factory());
        base.rest().add(threads);
        return threads;
    }
}
