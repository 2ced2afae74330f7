package presentry.xcap.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Counts requests by method, application usage and status, and measures how long their answers took. What a client makes up
 * has no figure of its own, so there are never more than a few hundred.
 */
final class RequestFigures extends Handler.Wrapper {

    private static final String USAGE = RequestFigures.class.getName();

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "POST");

    private static final String OTHER = "other";

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final Map<Kind, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    RequestFigures(MeterRegistry registry, Handler behind) {
        super(behind);
        this.registry = registry;
        METHODS.forEach(method -> timers.computeIfAbsent(method, this::timer));
        timers.computeIfAbsent(OTHER, this::timer);
    }

    private record Kind(String method, String usage, int status) {}

    /** Says to which usage a request belongs; to be called with the identifier of one that exists. */
    static void belongs(Request request, String auid) {
        request.setAttribute(USAGE, auid);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long begun = System.nanoTime();
        Request.addCompletionListener(
                request, failure -> count(request, response.getStatus(), Duration.ofNanos(System.nanoTime() - begun)));
        return super.handle(request, response, callback);
    }

    private void count(Request request, int status, Duration taken) {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : OTHER;
        String usage = Optional.ofNullable(request.getAttribute(USAGE))
                .map(Object::toString)
                .orElse("none");
        counters.computeIfAbsent(new Kind(method, usage, status), this::counter).increment();
        timers.computeIfAbsent(method, this::timer).record(taken);
    }

    private Counter counter(Kind kind) {
        return Counter.builder("presentry.http.requests")
                .description("HTTP requests")
                .tag("method", kind.method())
                .tag("usage", kind.usage())
                .tag("status", String.valueOf(kind.status()))
                .register(registry);
    }

    private Timer timer(String method) {
        return Timer.builder("presentry.http.request")
                .description("From the last header field of a request to the end of its answer")
                .tag("method", method)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
