package presentry.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.account.sql.AccountTables;
import presentry.account.sql.SqlAccounts;
import presentry.agent.store.sql.AgentTables;
import presentry.launch.config.Config;
import presentry.launch.config.HostPort;
import presentry.launch.control.ControlServer;
import presentry.launch.control.UserCommands;
import presentry.sip.SipStack;
import presentry.sip.Started;
import presentry.storage.Database;
import presentry.storage.Opening;
import presentry.xcap.http.HttpServer;
import presentry.xcap.store.sql.XcapTables;

/**
 * Joins the sides of a server in the order in which they need each other. What listens comes last, when all stored state is
 * loaded.
 */
public final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final int RESUMED_PER_SECOND = 1000;

    private final Config config;
    private final PartSettings settings;
    private final ServerTime time;
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
            case Opening.Refused refused -> refuse(List.of(refused.sentence()));
            case Opening.Opened opened -> {
                rest.add(opened.database());
                yield startOn(Foundation.on(opened.database(), settings, time, listeners, rest));
            }
        };
    }

    private StartResult startOn(Foundation base) {
        SqlAccounts accounts = new SqlAccounts(base.database());
        UserAccess access = new UserAccess(settings, accounts, time, base.random());
        DocumentSide documents = DocumentSide.on(base);
        HttpSide http = new HttpSide(base, documents, access, accounts);
        return switch (http.usages()) {
            case Usages.Made.Refused refused -> refuse(refused.problems());
            case Usages.Made.All all -> {
                AgentSide agent = new AgentSide(base, documents, access);
                yield switch (agent.listen()) {
                    case Started.Refused refused -> refuse(List.of(refused.sentence()));
                    case Started.Running running -> {
                        StartResult started =
                                serve(agent, running.stack(), http.server(all.usages(), agent.pulse()), access);
                        if (started instanceof StartResult.Started) {
                            documents.checkRules(base);
                        }
                        yield started;
                    }
                };
            }
        };
    }

    private StartResult serve(AgentSide agent, SipStack sip, HttpServer http, UserAccess access) {
        return switch (http.start()) {
            case HttpServer.Start.Refused refused -> refuse(List.of(refused.sentence()));
            case HttpServer.Start.Listening listening -> {
                listeners.add(http);
                listenForCommands(access.commands(agent.shards()::removed));
                agent.shards().resume(RESUMED_PER_SECOND);
                yield new StartResult.Started(new PresentryServer(
                        asHostPort(
                                sip.address(settings.sip().listens().getFirst().transport())),
                        asHostPort(listening.address()),
                        listening.secure().map(Wiring::asHostPort),
                        "http://" + asHostPort(listening.address())
                                + config.http().xcapRoot(),
                        agent.shards(),
                        agent.inFlight(),
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

    private static HostPort asHostPort(InetSocketAddress address) {
        return new HostPort(address.getAddress().getHostAddress(), address.getPort());
    }

    private StartResult refuse(List<String> sentences) {
        listeners.close();
        rest.close();
        return new StartResult.Refused(sentences);
    }
}
