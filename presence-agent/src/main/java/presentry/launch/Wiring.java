package presentry.launch;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import presentry.account.EveryUserOfDomains;
import presentry.account.UserDirectory;
import presentry.agent.authorize.MessageAuthorizer;
import presentry.agent.authorize.WatcherAuthorizer;
import presentry.agent.endpoint.NotifySender;
import presentry.agent.endpoint.RequestRouter;
import presentry.agent.event.EventPackages;
import presentry.agent.event.presence.PresencePackage;
import presentry.agent.event.winfo.WinfoPackage;
import presentry.agent.feed.LocalDocuments;
import presentry.agent.feed.RuleChanges;
import presentry.agent.model.EventName;
import presentry.agent.presentity.PresentityMachine;
import presentry.agent.shard.InFlight;
import presentry.agent.shard.MailboxParts;
import presentry.agent.shard.Shards;
import presentry.agent.store.sql.AgentTables;
import presentry.agent.store.sql.InstallationSecret;
import presentry.agent.store.sql.SqlSoftStateStore;
import presentry.launch.config.Config;
import presentry.launch.config.HostPort;
import presentry.policy.PolicyEngine;
import presentry.policy.cache.CompiledPolicies;
import presentry.policy.model.Usage;
import presentry.schemas.SchemaCatalog;
import presentry.sip.SipStack;
import presentry.sip.Started;
import presentry.sip.transport.Transport;
import presentry.storage.Database;
import presentry.storage.Fence;
import presentry.storage.Opening;
import presentry.xcap.document.DocumentETags;
import presentry.xcap.http.HttpServer;
import presentry.xcap.http.NoAuthentication;
import presentry.xcap.service.XcapLimits;
import presentry.xcap.service.XcapService;
import presentry.xcap.store.sql.SqlDocumentStore;
import presentry.xcap.store.sql.XcapTables;
import presentry.xcap.usage.ApplicationUsages;
import presentry.xcap.usage.DocumentConstraint;
import presentry.xcap.usage.DocumentConstraint.ConstraintProblem;
import presentry.xcap.usage.ImRules;
import presentry.xcap.usage.PresRules;
import presentry.xcap.usage.RulesetCheck;

/**
 * Joins all parts to a server: the only place that sees every module. What listens comes last, when all stored state is
 * loaded.
 */
public final class Wiring {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final long POLICY_CACHE_BYTES = 256L << 20;
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
        return switch (Database.open(config.data(), List.of(XcapTables.MIGRATIONS, AgentTables.MIGRATIONS))) {
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
        SqlDocumentStore documents = new SqlDocumentStore(database, Fence.EMBEDDED, time.clock());
        CompiledPolicies policies =
                new CompiledPolicies(new LocalDocuments(documents), engine, readers, POLICY_CACHE_BYTES);
        UserDirectory users = new EveryUserOfDomains(config.domains());
        EventPackages packages = packages(database);
        InFlight inFlight = new InFlight();
        // The agent sends by the stack, and the stack receives for the agent: the stack comes when the agent is ready.
        CompletableFuture<SipStack> stack = new CompletableFuture<>();
        MailboxParts parts = new MailboxParts(
                machine(packages),
                policies,
                new SqlSoftStateStore(database, Fence.EMBEDDED),
                new NotifySender(
                        settings.endpoint(),
                        (request, flow, end) -> stack.join().send(request, flow, end),
                        transport -> stack.join().contactPlace(transport)),
                time.timers(),
                time.clock(),
                agentThreads(),
                readers,
                inFlight,
                config.limits().mailboxCapacity(),
                RETRY_AFTER);
        Shards shards = new Shards(parts, users::exists, config.mutual().linger());
        documents.listen(new RuleChanges(policies, shards));
        shards.load();

        RequestRouter router = new RequestRouter(
                settings.endpoint(),
                packages,
                users,
                shards,
                (incoming, nextHop, end) -> stack.join().forward(incoming, nextHop, end),
                transport -> stack.join().contactPlace(transport),
                random);
        return switch (SipStack.start(settings.sip(), time.sipTimer(), random, readers, router)) {
            case Started.Refused refused -> refuse(refused.sentence());
            case Started.Running running -> {
                listeners.add(running.stack());
                stack.complete(running.stack());
                yield serve(running.stack(), xcap(documents, users, engine), shards, inFlight);
            }
        };
    }

    private StartResult serve(SipStack stack, XcapService xcap, Shards shards, InFlight inFlight) {
        HttpServer http = new HttpServer(
                settings.http(),
                settings.xcapUris(),
                xcap,
                new NoAuthentication(!config.http().allowNonLoopback()),
                List.of(),
                List.of(),
                time.clock());
        return switch (http.start()) {
            case HttpServer.Start.Refused refused -> refuse(refused.sentence());
            case HttpServer.Start.Listening listening -> {
                listeners.add(http);
                shards.resume(RESUMED_PER_SECOND);
                yield new StartResult.Started(new PresentryServer(
                        asHostPort(stack.address(anyTransport())),
                        asHostPort(listening.address()),
                        "http://" + asHostPort(listening.address())
                                + config.http().xcapRoot(),
                        shards,
                        inFlight,
                        listeners,
                        rest));
            }
        };
    }

    private PresentityMachine machine(EventPackages packages) {
        return new PresentityMachine(
                packages,
                new WatcherAuthorizer(config.policy().standard()),
                new MessageAuthorizer(),
                settings.presentity());
    }

    private EventPackages packages(Database database) {
        byte[] tupleIdSecret = InstallationSecret.named("tuple-id", database.writer(), random)
                .toCompletableFuture()
                .join();
        return new EventPackages(List.of(
                new PresencePackage(settings.subscriptions(), settings.publications(), tupleIdSecret),
                new WinfoPackage(EventName.PRESENCE, settings.subscriptions())));
    }

    private XcapService xcap(SqlDocumentStore documents, UserDirectory users, PolicyEngine engine) {
        ApplicationUsages usages = new ApplicationUsages(List.of(
                new PresRules(rulesetCheck(engine, Usage.PRES_RULES)),
                new ImRules(rulesetCheck(engine, Usage.IM_RULES))));
        return new XcapService(usages, users::exists, documents, new DocumentETags(random), XcapLimits.DEFAULT);
    }

    private RulesetCheck rulesetCheck(PolicyEngine engine, Usage usage) {
        DocumentConstraint constraint =
                text -> engine.check(usage, text).map(problem -> new ConstraintProblem(problem.message()));
        return new RulesetCheck(SchemaCatalog.standard(), config.policy().legacyCommonPolicy(), constraint);
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
        listeners.close();
        rest.close();
        return new StartResult.Refused(List.of(sentence));
    }
}
