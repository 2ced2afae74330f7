package presentry.agent.subscription;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import presentry.agent.model.Rates;

/** When the next NOTIFY of a subscription with agreed rates may leave, and when it must (RFC 6446). */
public final class Pace {
    /** How many average intervals the rolling period of the adaptive rate has (RFC 6446, section 7.4). */
    private static final int PERIOD = 10;

    /** More NOTIFYs within one period are not counted. */
    private static final int MOST_COUNTED = 64;

    private final Rates rates;
    private final Deque<Instant> counted = new ArrayDeque<>(1);
    private Instant last;
    private Instant repeatAt = Instant.MAX;
    private boolean heldBack;

    private Pace(Rates rates, Instant last) {
        this.rates = rates;
        this.last = last;
    }

    /** The pace of these rates; empty where there are none. */
    static Optional<Pace> of(Rates rates) {
        return rates.equals(Rates.NONE) ? Optional.empty() : Optional.of(new Pace(rates, Instant.EPOCH));
    }

    /** Whether a change may be told now (RFC 6446, section 5.2). */
    public boolean allows(Instant now) {
        return !now.isBefore(earliest());
    }

    /** Something changed too early to be told. */
    public void holdBack() {
        heldBack = true;
    }

    /** What was held back may be told now, and is not held back any more. */
    public boolean release(Instant now) {
        boolean released = heldBack && allows(now);
        heldBack &= !released;
        return released;
    }

    /** Whether nothing was told for so long that the state must be told again (RFC 6446, sections 6.2 and 7.2). */
    public boolean mustRepeat(Instant now) {
        return !now.isBefore(repeatAt);
    }

    /** When to ask again; {@link Instant#MAX} if time changes nothing. */
    Instant next() {
        Instant released = heldBack ? earliest() : Instant.MAX;
        return released.isBefore(repeatAt) ? released : repeatAt;
    }

    /** A NOTIFY leaves. */
    public void sent(Instant now) {
        last = now;
        heldBack = false;
        Instant byMin = rates.min().map(min -> now.plus(Rates.interval(min))).orElse(Instant.MAX);
        Instant byAdaptive =
                rates.adaptiveMin().map(rate -> now.plus(adaptive(rate, now))).orElse(Instant.MAX);
        repeatAt = byMin.isBefore(byAdaptive) ? byMin : byAdaptive;
    }

    private Instant earliest() {
        return rates.max().map(max -> last.plus(Rates.interval(max))).orElse(Instant.EPOCH);
    }

    /** RFC 6446, section 7.4: count / (rate^2 * period), with the period a multiple of 1 / rate; never shorter than what the maximum allows. */
    private Duration adaptive(BigDecimal rate, Instant now) {
        Duration interval = Rates.interval(rate);
        if (counted.isEmpty()) { // section 7.2, step 1: as if the rate had been kept so far
            for (int i = PERIOD - 1; i > 0; i--) {
                counted.add(now.minus(interval.multipliedBy(i)));
            }
        }
        counted.add(now);
        Instant period = now.minus(interval.multipliedBy(PERIOD));
        while (counted.size() > MOST_COUNTED || !counted.getFirst().isAfter(period)) {
            counted.removeFirst();
        }
        Duration timeout = interval.multipliedBy(counted.size()).dividedBy(PERIOD);
        Duration shortest = rates.max().map(Rates::interval).orElse(Duration.ZERO);
        return timeout.compareTo(shortest) < 0 ? shortest : timeout;
    }
}
