package presentry.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import presentry.launch.RunningServer;
import presentry.launch.ServerTime;
import presentry.launch.StartResult;
import presentry.launch.Wiring;
import presentry.launch.config.HostPort;

/** A server in this process, whose clock stands still until it is moved. */
final class InProcessServer implements ScenarioServer {
    private static final Instant START = Instant.parse("2030-03-01T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(1);

    /** In which a server that started again has told its watchers what they may not know. */
    private static final Duration RESUMPTION = Duration.ofSeconds(1);

    private final ScenarioSettings settings;
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final MovableTime time = new MovableTime(START, executor);
    private RunningServer server;

    InProcessServer(ScenarioSettings settings) {
        this.settings = settings;
        this.server = start(settings);
    }

    @Override
    public InetSocketAddress sip() {
        return new InetSocketAddress(server.sip().host(), server.sip().port());
    }

    @Override
    public String xcapRoot() {
        return server.xcapRoot();
    }

    @Override
    public void timePasses(Duration duration) {
        settle();
        time.pass(duration, this::settle);
    }

    @Override
    public void wallClockIsSet(Duration ahead) {
        time.setWall(ahead);
    }

    @Override
    public void settle() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!(time.isIdle() && server.isIdle())) {
            assertThat(System.nanoTime()).as("the server does not come to rest").isLessThan(deadline);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    @Override
    public void startAgain() {
        HostPort sip = server.sip();
        HostPort http = server.http();
        server.stop();
        time.clear();
        server = start(settings.on(sip, http));
        timePasses(RESUMPTION);
    }

    @Override
    public void close() {
        server.stop();
        executor.shutdownNow();
    }

    private RunningServer start(ScenarioSettings with) {
        ServerTime serverTime = new ServerTime(time.wall().withZone(ZoneOffset.UTC), time, time::at, time, () -> {});
        return switch (Wiring.start(with.config(), serverTime)) {
            case StartResult.Started started -> started.server();
            case StartResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }
}
