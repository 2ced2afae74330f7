package presentry.xcap.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The figures of the whole server, as the HTTP server sees them.
 *
 * @param registry takes what the HTTP server counts itself
 * @param text all figures in the text format of Prometheus; made anew for each reader
 * @param readers who asks for {@code /metrics}; empty if nobody may have it
 */
public record Metrics(MeterRegistry registry, Supplier<String> text, Optional<Authentication> readers) {}
