package presentry.agent.presentity;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import presentry.agent.model.EventName;
import presentry.agent.model.NotifyTerms;
import presentry.agent.model.Rates;
import presentry.uri.Aor;

/**
 * What an operator may choose about how presentities treat their watchers and publishers.
 *
 * @param patience with watchers who do not answer
 * @param maxRates of a package, how many NOTIFYs a second a subscription may cause (RFC 6446, section 5.2); none for no bound
 * @param publishers who may publish for every user of their own domain
 * @param lastSeen how long watchers are told when a user was seen last; zero for never
 * @param giveUpAfter how long a subscription may wait for the presentity's decision; zero for as long as it lives
 */
public record PresentityOptions(
        Patience patience,
        Map<EventName, BigDecimal> maxRates,
        Set<Aor> publishers,
        Duration lastSeen,
        Duration giveUpAfter) {
    /** What counts where nothing is chosen. */
    public static final PresentityOptions DEFAULT =
            new PresentityOptions(Patience.keep(3), Map.of(), Set.of(), Duration.ZERO, Duration.ZERO);

    /** Takes copies. */
    public PresentityOptions {
        maxRates = Map.copyOf(maxRates);
        publishers = Set.copyOf(publishers);
    }

    /** What a watcher of a package is granted who asked for these terms and lives so long (RFC 6446, section 5.2). */
    NotifyTerms granted(EventName event, NotifyTerms asked, Duration lifetime) {
        Rates wanted = asked.quenched() ? asked.rates().withoutRepetition() : asked.rates();
        return NotifyTerms.of(wanted.agreed(Optional.ofNullable(maxRates.get(event)), lifetime), asked.quenched());
    }
}
