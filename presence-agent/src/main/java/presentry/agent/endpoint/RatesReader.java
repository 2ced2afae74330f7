package presentry.agent.endpoint;

import presentry.agent.model.Rates;
import presentry.sip.message.ParameterizedValue;

/** Reads how often a watcher wants to be told from an Event header field (RFC 6446, section 9.1). */
final class RatesReader {
    private RatesReader() {}

    /** What is no rate is left out. */
    static Rates read(ParameterizedValue event) {
        return new Rates(
                event.parameter("max-rate").flatMap(Rates::rate),
                event.parameter("min-rate").flatMap(Rates::rate),
                event.parameter("adaptive-min-rate").flatMap(Rates::rate));
    }
}
