package presentry.agent.presentity;

import java.math.BigDecimal;
import java.util.Map;
import presentry.agent.model.EventName;

/**
 * What an operator may choose about how presentities treat their watchers and publishers.
 *
 * @param patience with watchers who do not answer
 * @param maxRates of a package, how many NOTIFYs a second a subscription may cause (RFC 6446, section 5.2); none for no bound
 */
public record PresentityOptions(Patience patience, Map<EventName, BigDecimal> maxRates) {
    /** What counts where nothing is chosen. */
    public static final PresentityOptions DEFAULT = new PresentityOptions(Patience.keep(3), Map.of());

    /** Takes a copy of the map. */
    public PresentityOptions {
        maxRates = Map.copyOf(maxRates);
    }
}
