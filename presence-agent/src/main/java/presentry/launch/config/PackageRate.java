package presentry.launch.config;

import java.math.BigDecimal;
import java.util.Optional;
import presentry.agent.model.EventName;
import presentry.agent.model.Rates;

/**
 * The rate of one event package.
 *
 * @param rate NOTIFYs a second, above 0
 */
record PackageRate(EventName event, BigDecimal rate) {
    /** Reads {@code presence=0.2}; empty if the text is no such thing. */
    static Optional<PackageRate> parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? Optional.empty()
                : EventName.parse(text.substring(0, equals).strip())
                        .flatMap(event -> Rates.rate(text.substring(equals + 1).strip())
                                .map(rate -> new PackageRate(event, rate)));
    }
}
