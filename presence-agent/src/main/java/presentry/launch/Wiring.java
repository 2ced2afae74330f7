package presentry.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.account.UserDirectory;
import presentry.account.sql.AccountTables;
import presentry.account.sql.SqlAccounts;
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
import presentry.agent.feed.ListChanges;
import presentry.agent.feed.LocalDocuments;
import presentry.agent.feed.RuleChanges;
import presentry.agent.feed.RulesCheck;
import presentry.agent.feed.StoredLists;
import presentry.agent.feed.UnusableRules;
import presentry.agent.model.EventName;
import presentry.agent.presentity.PresentityMachine;
import presentry.agent.shard.InFlight;
import presentry.agent.shard.MailboxParts;
import presentry.agent.shard.ServerClock;
import presentry.agent.shard.Shards;
import presentry.agent.shard.WallClockWatch;
import presentry.agent.store.SoftStateStore;
import presentry.agent.store.VolatileSoftStateStore;
import presentry.agent.store.sql.AgentTables;
import presentry.agent.store.sql.InstallationSecret;
import presentry.agent.store.sql.SqlSoftStateStore;
import presentry.launch.config.Config;
import presentry.launch.config.HostPort;
import presentry.launch.control.ControlServer;
import presentry.launch.control.UserCommands;
import presentry.launch.figures.CountedOutbox;
import presentry.launch.figures.CountedRequests;
import presentry.launch.figures.Figures;
import presentry.policy.PolicyEngine;
import presentry.policy.cache.CompiledPolicies;
import presentry.sip.SipStack;
import presentry.sip.Started;
import presentry.sip.transport.Transport;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Opening;
import presentry.xcap.document.DocumentETags;
import presentry.xcap.http.ChangeSignal;
import presentry.xcap.http.ChangesResource;
import presentry.xcap.http.HealthCheck;
import presentry.xcap.http.HttpServer;
import presentry.xcap.http.Metrics;
import presentry.xcap.http.UserDocumentsResource;
import presentry.xcap.http.UsersResource;
import presentry.xcap.service.XcapService;
import presentry.xcap.store.CachedDocumentStore;
import presentry.xcap.store.ChangeLogKeeper;
import presentry.xcap.store.sql.SqlDocumentOwners;
import presentry.xcap.store.sql.SqlDocumentReader;
import presentry.xcap.store.sql.SqlDocumentStore;
import presentry.xcap.store.sql.XcapTables;

/**
 * Joins all parts to a server: the only place that sees every module. What listens comes last, when all stored state is
 * loaded.
 */
public final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final long POLICY_CACHE_BYTES = 256L << 20;
    private static final int USERS_WITH_CONTACTS = 100_000;
    private static final int DOCUMENT_CACHE_BYTES = 64 << 20;
    private static final Duration END_OF_CHECK = Duration.ofSeconds(1);
    private static final int MOST_USERS_CHECKED = 100_000;
    private static final int RESUMED_PER_SECOND = 1000;

    private final Config config;
    private final PartSettings settings;
    private final ServerTime time;
    private final SecureRandom random = new SecureRandom();
    private final OpenParts listeners = new OpenParts();
    private final OpenParts rest = new OpenParts();

    private Wiring(Config config, ServerTime time) {
        this.config = config;
        this.settings = new PartSettings(config);
        this.time = time;
        rest.add(time.close()::run);
    }

    /** Starts a server on the time of this machine. */
    public static StartResult start(Config config) {
        return start(config, ServerTime.ofTheMachine());
    }

    /** Starts a server whose time is moved from outside. */
    public static StartResult start(Config config, ServerTime time) {
        return new Wiring(config, time).start();
    }

    private StartResult start() {
        return switch (Database.open(
                config.data(), List.of(XcapTables.MIGRATIONS, AgentTables.MIGRATIONS, AccountTables.MIGRATIONS))) {
            case Opening.Refused refused -> refuse(refused.sentence());
            case Opening.Opened opened -> {
                rest.add(opened.database());
                yield startOn(opened.database());
            }
        };
    }

    private StartResult startOn(Database database) {
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
        rest.add(readers);
        PolicyEngine engine = new PolicyEngine(settings.policy());
        SqlDocumentStore documents = new SqlDocumentStore(database, Fence.EMBEDDED, time.wall());
        CachedDocumentStore recent = new CachedDocumentStore(documents, DOCUMENT_CACHE_BYTES);
        documents.listen(recent);
        ChangeSignal changes = new ChangeSignal();
        documents.listen(changes);
        listeners.add(changes);
        ChangeLogKeeper keeper = new ChangeLogKeeper(documents, settings.changes(), time.wall(), this::later);
        rest.add(keeper);
        keeper.start();
        UnusableRules unusable = new UnusableRules();
        StoredLists lists = new StoredLists(documents, settings.xcapUris(), settings.xcapRoot());
        CompiledPolicies policies = new CompiledPolicies(
                new LocalDocuments(documents, lists), engine, readers, POLICY_CACHE_BYTES, unusable);
        SqlAccounts accounts = new SqlAccounts(database);
        UserAccess access = new UserAccess(settings, accounts, time, random);
        UserDirectory users = access.users();
        EndpointSettings endpoint = settings.endpoint(access.senderProof());
        EventPackages packages = packages(database);
        InFlight inFlight = new InFlight();
        // The agent sends by the stack, and the stack receives for the agent: the stack comes when the agent is ready.
        CompletableFuture<SipStack> stack = new CompletableFuture<>();
        Figures figures = new Figures(database);
        ServerClock clock = new ServerClock(time.steady(), time.wall());
        MailboxParts parts = new MailboxParts(
                machine(packages),
                policies,
                softState(database),
                new CountedOutbox(
                        new NotifySender(
                                endpoint,
                                (request, flow, end) -> stack.join().send(request, flow, end),
                                transport -> stack.join().contactPlace(transport)),
                        figures),
                time.timers(),
                clock,
                agentThreads(),
                readers,
                inFlight,
                config.limits().mailboxCapacity(),
                RETRY_AFTER);
        Shards shards = new Shards(parts, users::exists, config.mutual().linger());
        figures.add(shards, inFlight, policies);
        documents.listen(new RuleChanges(policies, shards));
        documents.listen(unusable.rereading(policies));
        if (config.policy().oma()) {
            documents.listen(new ListChanges(policies, shards));
        }
        shards.load();
        new WallClockWatch(clock, time.timers(), shards::wallClockSet).start();

        RequestRouter router = new RequestRouter(
                endpoint,
                packages,
                users,
                shards,
                new RegisteredContacts(time.steady(), USERS_WITH_CONTACTS),
                (incoming, nextHop, end) -> stack.join().forward(incoming, nextHop, end),
                transport -> stack.join().contactPlace(transport),
                random);
        return switch (SipStack.start(
                settings.sip(), time.sipTimer(), random, readers, new CountedRequests(router, figures))) {
            case Started.Refused refused -> refuse(refused.sentence());
            case Started.Running running -> {
                listeners.add(running.stack());
                stack.complete(running.stack());
                figures.add(running.stack());
                Usages.Made usages = new Usages(
                                recent,
                                access::hasAccount,
                                engine,
                                config.policy().legacyCommonPolicy(),
                                settings.xml())
                        .with(config.xcap().usages());
                yield switch (usages) {
                    case Usages.Made.Refused wrong -> refuse(wrong.problems());
                    case Usages.Made.All all -> {
                        XcapService xcap = new XcapService(
                                all.usages(),
                                users::exists,
                                settings.grants(),
                                recent,
                                new DocumentETags(random),
                                settings.xcapLimits());
                        List<Object> management = List.of(
                                new ChangesResource(documents, changes),
                                new UsersResource(accounts, new SqlDocumentOwners(database)),
                                new UserDocumentsResource(
                                        recent,
                                        xcap,
                                        all.usages(),
                                        settings.xcapUris(),
                                        settings.xcapRoot(),
                                        config.limits().maxDocumentBytes()));
                        List<HealthCheck> health = List.of(new StorageHealth(database), new RulesHealth(unusable));
                        StartResult started =
                                serve(running.stack(), xcap, health, figures, management, access, shards, inFlight);
                        if (started instanceof StartResult.Started) {
                            checkRules(new RulesCheck(
                                    new SqlDocumentReader(database.readers())::owners, policies, MOST_USERS_CHECKED));
                        }
                        yield started;
                    }
                };
            }
        };
    }

    private StartResult serve(
            SipStack stack,
            XcapService xcap,
            List<HealthCheck> health,
            Figures figures,
            List<Object> management,
            UserAccess access,
            Shards shards,
            InFlight inFlight) {
        figures.add(xcap);
        HttpServer http = new HttpServer(
                settings.http(),
                settings.xcapUris(),
                xcap,
                access.http(),
                health,
                new Metrics(figures.registry(), figures::text, access.figures()),
                management,
                time.steady());
        return switch (http.start()) {
            case HttpServer.Start.Refused refused -> refuse(refused.sentence());
            case HttpServer.Start.Listening listening -> {
                listeners.add(http);
                listenForCommands(access.commands(shards::removed));
                shards.resume(RESUMED_PER_SECOND);
                yield new StartResult.Started(new PresentryServer(
                        asHostPort(stack.address(anyTransport())),
                        asHostPort(listening.address()),
                        listening.secure().map(Wiring::asHostPort),
                        "http://" + asHostPort(listening.address())
                                + config.http().xcapRoot(),
                        shards,
                        inFlight,
                        listeners,
                        rest));
            }
        };
    }

    /** Without it the server does its work all the same, so it is started. */
    private void listenForCommands(UserCommands commands) {
        try {
            listeners.add(ControlServer.open(config.data(), commands::execute));
        } catch (IOException e) {
            LOG.warn(
                    "No command that writes can be handed to this server, since there is no socket in {} ({}): a"
                            + " shorter path may help; until then stop the server for such commands",
                    config.data(),
                    e.getMessage());
        }
    }

    /** In the background, and not before the server serves: what it finds changes nothing for anybody. */
    private void checkRules(RulesCheck check) {
        Thread thread = Thread.ofVirtual().name("rules-check").start(check);
        listeners.add(() -> {
            thread.interrupt();
            thread.join(END_OF_CHECK);
        });
    }

    private SoftStateStore softState(Database database) {
        return config.storage().keepEvents()
                ? new SqlSoftStateStore(database, Fence.EMBEDDED)
                : new VolatileSoftStateStore();
    }

    private void later(Duration pause, Runnable task) {
        time.timers().at(time.steady().instant().plus(pause), task);
    }

    private PresentityMachine machine(EventPackages packages) {
        return new PresentityMachine(
                packages,
                new WatcherAuthorizer(config.policy().standard()),
                new MessageAuthorizer(),
                new PublishedSphere(),
                settings.presentity(),
                settings.presentities());
    }

    private EventPackages packages(Database database) {
        byte[] tupleIdSecret = InstallationSecret.named("tuple-id", database.writer(), random)
                .toCompletableFuture()
                .join();
        List<EventPackage> packages = new ArrayList<>();
        packages.add(new PresencePackage(settings.subscriptions(), settings.publications(), tupleIdSecret));
        if (config.winfo().offered()) {
            packages.add(winfo(EventName.PRESENCE));
            packages.add(winfo(EventName.PRESENCE_WINFO));
        }
        return new EventPackages(packages);
    }

    private WinfoPackage winfo(EventName watched) {
        return new WinfoPackage(watched, settings.subscriptions(), settings.winfoAdmission());
    }

    private ExecutorService agentThreads() {
        ExecutorService threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("agent-", 0).daemon().factory());
        rest.add(threads);
        return threads;
    }

    private Transport anyTransport() {
        return settings.sip().listens().getFirst().transport();
    }

    private static HostPort asHostPort(InetSocketAddress address) {
        return new HostPort(address.getAddress().getHostAddress(), address.getPort());
    }

    private StartResult refuse(String sentence) {
        return refuse(List.of(sentence));
    }

    private StartResult refuse(List<String> sentences) {
        listeners.close();
        rest.close();
        return new StartResult.Refused(sentences);
    }
}
