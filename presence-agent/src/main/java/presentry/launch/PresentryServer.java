package presentry.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.agent.shard.InFlight;
import presentry.agent.shard.Shards;
import presentry.launch.config.HostPort;

/** A running server, and how it stops: traffic first, then what was shown to watchers is noted, then the disk. */
final class PresentryServer implements RunningServer {
    private static final Logger LOG = LoggerFactory.getLogger(PresentryServer.class);
    private static final Duration TO_REMEMBER = Duration.ofSeconds(3);

    private final HostPort sip;
    private final HostPort http;
    private final Optional<HostPort> https;
    private final String xcapRoot;
    private final Shards shards;
    private final InFlight inFlight;
    private final OpenParts listeners;
    private final OpenParts rest;
    private final AtomicBoolean stopped = new AtomicBoolean();

    PresentryServer(
            HostPort sip,
            HostPort http,
            Optional<HostPort> https,
            String xcapRoot,
            Shards shards,
            InFlight inFlight,
            OpenParts listeners,
            OpenParts rest) {
        this.sip = sip;
        this.http = http;
        this.https = https;
        this.xcapRoot = xcapRoot;
        this.shards = shards;
        this.inFlight = inFlight;
        this.listeners = listeners;
        this.rest = rest;
    }

    @Override
    public HostPort sip() {
        return sip;
    }

    @Override
    public HostPort http() {
        return http;
    }

    @Override
    public Optional<HostPort> https() {
        return https;
    }

    @Override
    public String xcapRoot() {
        return xcapRoot;
    }

    @Override
    public boolean isIdle() {
        return inFlight.isIdle();
    }

    @Override
    public void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        listeners.close();
        try {
            shards.remember().toCompletableFuture().get(TO_REMEMBER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "What watchers were shown last could not be noted: each is sent one NOTIFY after the next start",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rest.close();
    }
}
