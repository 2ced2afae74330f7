package presentry.launch.figures;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import presentry.agent.model.EventName;
import presentry.agent.model.WatcherStatus;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.agent.shard.InFlight;
import presentry.agent.shard.Shards;
import presentry.agent.store.sql.SoftStateFigures;
import presentry.agent.store.sql.SoftStateFigures.Count;
import presentry.policy.cache.CompiledPolicies;
import presentry.sip.SipStack;
import presentry.storage.Database;
import presentry.xcap.service.XcapService;
import presentry.xcap.store.sql.DocumentFigures;

/** All figures of the server under the names that {@code /metrics} has. Thread-safe. */
public final class Figures {
    private static final Set<String> METHODS =
            Set.of("SUBSCRIBE", "PUBLISH", "MESSAGE", "REGISTER", "OPTIONS", "NOTIFY", "INVITE", "CANCEL", "ACK");

    private static final String OTHER = "other";
    private static final double NANOS_PER_SECOND = 1e9;

    private static final List<String> EVENTS =
            List.of(EventName.PRESENCE.toString(), EventName.PRESENCE_WINFO.toString());

    private static final List<Count> NO_SUBSCRIPTIONS = EVENTS.stream()
            .flatMap(event -> Stream.of(WatcherStatus.PENDING, WatcherStatus.ACTIVE, WatcherStatus.WAITING)
                    .map(status -> new Count(event, status.name().toLowerCase(Locale.ROOT), 0)))
            .toList();

    private static final List<Count> NO_PUBLICATIONS = List.of(new Count(EventName.PRESENCE.toString(), "", 0));

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<NotifyKind, Counter> notifies = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final SoftStateFigures softState;
    private final MultiGauge subscriptions;
    private final MultiGauge publications;

    private record NotifyKind(String event, NotifyEnd end) {}

    /** The figures of this machine and of this database, to begin with. */
    public Figures(Database database) {
        this.softState = new SoftStateFigures(database);
        bindProcessor(); // first: its filters must stand before the first meter
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        subscriptions = MultiGauge.builder("presentry.subscriptions")
                .description("Subscriptions by event package and status")
                .register(registry);
        publications = MultiGauge.builder("presentry.publications")
                .description("Publications by event package")
                .register(registry);
        gauge("documents", "XCAP documents", new DocumentFigures(database), DocumentFigures::count);
        gauge("storage.waiting", "Writes that wait for the disk", database.writer(), writer -> writer.waiting());
        counter("storage.failures", "Writes that failed", database.writer(), writer -> writer.failures());
        METHODS.forEach(this::countOf);
        countOf(OTHER);
        EVENTS.forEach(event -> List.of(NotifyEnd.values())
                .forEach(end -> notifies.computeIfAbsent(new NotifyKind(event, end), this::notifies)));
    }

    /** Under names that Prometheus' rules allow: CPU time in seconds, and no gauge that ends in {@code _count}. */
    private void bindProcessor() {
        registry.config()
                .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
                .meterFilter(renamed("system.cpu.count", "system.cpus"));
        new ProcessorMetrics().bindTo(registry);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean process) {
            FunctionCounter.builder("process.cpu", process, bean -> bean.getProcessCpuTime() / NANOS_PER_SECOND)
                    .description("CPU time that the process has used")
                    .baseUnit("seconds")
                    .register(registry);
        }
    }

    private static MeterFilter renamed(String from, String to) {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(from) ? id.withName(to) : id;
            }
        };
    }

    /** Adds those of the agent. */
    public void add(Shards shards, InFlight inFlight, CompiledPolicies policies) {
        gauge("agent.waiting", "Requests that wait in the mailboxes of the agent", shards, Shards::waiting);
        gauge("agent.in.flight", "What the agent has begun and not finished", inFlight, InFlight::count);
        gauge("policy.cache.size", "Compiled policies at hand", policies, CompiledPolicies::size);
        counter("policy.loads", "Policies read and compiled", policies, CompiledPolicies::loads);
    }

    /** Adds those of the SIP stack. */
    public void add(SipStack stack) {
        gauge("sip.transactions", "SIP transactions that are remembered", stack, SipStack::transactions);
    }

    /** Adds those of the XCAP service. */
    public void add(XcapService service) {
        counter(
                "xcap.answers.before.felt",
                "Answers to a write that were sent before the agent had felt the change",
                service,
                XcapService::answersBeforeFelt);
    }

    /** Where others count. */
    public MeterRegistry registry() {
        return registry;
    }

    /** All of them in the text format of Prometheus, as they are now; blocks. */
    public String text() {
        subscriptions.register(rows(softState.subscriptions(), NO_SUBSCRIPTIONS), true);
        publications.register(rows(softState.publications(), NO_PUBLICATIONS), true);
        return registry.scrape();
    }

    /** Counts a SIP request; a method that somebody made up has no figure of its own. */
    void received(String method) {
        countOf(METHODS.contains(method) ? method : OTHER).increment();
    }

    private LongAdder countOf(String method) {
        return requests.computeIfAbsent(method, this::requestsBy);
    }

    /** Counts a NOTIFY that came to its end. */
    void notified(String event, NotifyEnd end) {
        notifies.computeIfAbsent(new NotifyKind(event, end), this::notifies).increment();
    }

    private LongAdder requestsBy(String method) {
        LongAdder count = new LongAdder();
        FunctionCounter.builder("presentry.sip.requests", count, LongAdder::sum)
                .description("SIP requests by method, retransmissions not counted")
                .tag("method", method)
                .register(registry);
        return count;
    }

    private Counter notifies(NotifyKind kind) {
        return Counter.builder("presentry.notifies")
                .description("NOTIFYs by event package and outcome")
                .tag("event", kind.event())
                .tag("outcome", kind.end().name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    /** What is not there is counted too: a series that begins at its first event hides that event from a rate. */
    private static List<Row<?>> rows(List<Count> counts, List<Count> none) {
        Map<Tags, Long> rows = new LinkedHashMap<>();
        none.forEach(count -> rows.put(tags(count), count.number()));
        counts.forEach(count -> rows.put(tags(count), count.number()));
        return rows.entrySet().stream()
                .<Row<?>>map(row -> Row.of(row.getKey(), row.getValue()))
                .toList();
    }

    private static Tags tags(Count count) {
        Tags event = Tags.of("event", count.event());
        return count.status().isEmpty() ? event : event.and("status", count.status());
    }

    private <T> void gauge(String name, String description, T of, ToDoubleFunction<T> figure) {
        Gauge.builder("presentry." + name, of, figure)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private <T> void counter(String name, String description, T of, ToDoubleFunction<T> figure) {
        FunctionCounter.builder("presentry." + name, of, figure)
                .description(description)
                .register(registry);
    }
}
