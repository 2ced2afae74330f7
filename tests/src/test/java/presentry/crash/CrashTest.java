package presentry.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import presentry.demo.Surroundings;
import presentry.demo.XcapClient;
import presentry.launch.ServerTime;
import presentry.sip.transport.Transport;

/**
 * Nothing that was acknowledged is lost by {@code kill -9}, and every dialog goes on, over UDP and TCP. {@code -Dcrash.kills=20} kills more
 * often than the usual three times; {@code -Dcrash.seed=N} repeats the choices of a run, though not its timing.
 */
class CrashTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int KILLS = Integer.getInteger("crash.kills", 3);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int PAIRS = 4;
    private static final int MOST_REQUESTS = 500;

    private final Random random = new Random(SEED);
    private final Promises promises = new Promises();
    private final ServerTime time = ServerTime.ofTheMachine();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<BusyUser> users = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void sayTheSeed() {
        System.out.println("-Dcrash.seed=" + SEED);
    }

    @AfterEach
    void closeAll() throws Exception {
        threads.shutdownNow();
        for (AutoCloseable part : open.reversed()) {
            part.close();
        }
        time.close().run();
    }

    /** ARCHITECTURE, "Shards, and what a restart keeps"; RFC 6665, section 4.4.1, for the dialogs. */
    @Test
    @Timeout(value = 60 + 30L * 20, unit = TimeUnit.SECONDS)
    void whatWasAcknowledgedIsThereAfterEachKill() throws Exception {
        ServerProcess server = start(0, 0);
        gather(server);

        for (int kill = 1; kill <= KILLS; kill++) {
            server = killWhileBusyAndStartAnew(server);

            together(BusyUser::check);
        }

        assertThat(users).hasSize(2 * PAIRS);
    }

    private void gather(ServerProcess server) throws Exception {
        XcapClient documents = new XcapClient(server.xcapRoot(), PATIENCE);
        open.add(documents);
        for (int pair = 0; pair < PAIRS; pair++) {
            String ann = "sip:ann" + pair + "@example.com";
            String ben = "sip:ben" + pair + "@example.com";
            Transport transport = pair % 2 == 0 ? Transport.UDP : Transport.TCP;
            join(ann, ben, surroundings(server, transport), documents);
            join(ben, ann, surroundings(server, transport), documents);
        }
        together(BusyUser::watchFriend);
        together(BusyUser::awaitActive);
    }

    private void join(String uri, String friend, Surroundings surroundings, XcapClient documents) {
        BusyUser user = new BusyUser(uri, friend, surroundings, documents, promises, new Random(random.nextLong()));
        open.add(user);
        users.add(user);
    }

    /** The moment is random: after so many acknowledged requests, and somewhere within the next ones. */
    private ServerProcess killWhileBusyAndStartAnew(ServerProcess server) throws Exception {
        promises.begin();
        List<Future<?>> busy = users.stream()
                .<Future<?>>map(user -> threads.submit(user::work))
                .toList();
        assertThat(promises.await(1 + random.nextInt(MOST_REQUESTS))).isTrue();
        LockSupport.parkNanos(random.nextInt(5_000_000));
        promises.end();
        server.kill();
        together(BusyUser::remember);
        ServerProcess next = start(server.sip(), server.http());
        await(busy);
        promises.begin();
        return next;
    }

    private ServerProcess start(int sip, int http) throws IOException {
        ServerProcess server = ServerProcess.start(folder.resolve("data"), sip, http, folder.resolve("server.log"));
        open.add(server);
        return server;
    }

    private void together(Consumer<BusyUser> part) throws ExecutionException, InterruptedException {
        await(users.stream()
                .<Future<?>>map(user -> threads.submit(() -> part.accept(user)))
                .toList());
    }

    private static void await(List<Future<?>> running) throws ExecutionException, InterruptedException {
        for (Future<?> each : running) {
            each.get();
        }
    }

    private Surroundings surroundings(ServerProcess server, Transport transport) {
        return new Surroundings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.sip()),
                transport,
                time.sipTimer(),
                new SecureRandom(),
                threads,
                PATIENCE);
    }
}
