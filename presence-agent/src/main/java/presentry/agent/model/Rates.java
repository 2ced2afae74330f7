package presentry.agent.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many NOTIFYs a second a watcher wants at most and at least (RFC 6446, section 9.1). Each rate is above 0 and has at most ten
 * decimals.
 *
 * @param max no more than these
 * @param min no fewer than these, also if nothing changes
 * @param adaptiveMin no fewer than these on average
 */
public record Rates(Optional<BigDecimal> max, Optional<BigDecimal> min, Optional<BigDecimal> adaptiveMin) {
    /** As they come. */
    public static final Rates NONE = new Rates(Optional.empty(), Optional.empty(), Optional.empty());

    /** Repeating what nobody asked for anew, this often is enough; who wants more gets this (RFC 6446, section 6.3). */
    private static final BigDecimal MOST_REPEATS = new BigDecimal("0.2");

    /** RFC 6446, section 9.2. */
    private static final Pattern RATE = Pattern.compile("[0-9]{1,2}(\\.[0-9]{1,10})?");

    private static final int DECIMALS = 10;

    /** Reads one rate; empty if the text is none, or zero, which is not allowed (RFC 6446, section 5.1). */
    public static Optional<BigDecimal> rate(String text) {
        return RATE.matcher(text).matches()
                ? Optional.of(new BigDecimal(text)).filter(rate -> rate.signum() > 0)
                : Optional.empty();
    }

    /** The time between two NOTIFYs of a rate; rounded up, so that the rate is never passed. */
    public static Duration interval(BigDecimal rate) {
        return Duration.ofMillis(
                BigDecimal.valueOf(1000).divide(rate, 0, RoundingMode.CEILING).longValueExact());
    }

    /**
     * What of these rates is agreed to (RFC 6446, sections 5.3, 6.3, 7.3 and 8).
     *
     * @param most the rate that the server allows to everybody, if it bounds it
     * @param lifetime what the subscription has left to live
     */
    public Rates agreed(Optional<BigDecimal> most, Duration lifetime) {
        Optional<BigDecimal> agreedMax = lower(max.map(asked -> asked.max(atLeastOnceIn(lifetime))), most);
        Optional<BigDecimal> bound = lower(Optional.of(MOST_REPEATS), agreedMax);
        Optional<BigDecimal> agreedAdaptive = adaptiveMin.flatMap(asked -> lower(Optional.of(asked), bound));
        Optional<BigDecimal> agreedMin = min.flatMap(asked -> lower(Optional.of(asked), bound))
                .filter(lowest -> agreedAdaptive.isEmpty() || lowest.compareTo(agreedAdaptive.get()) < 0);
        return new Rates(agreedMax, agreedMin, agreedAdaptive);
    }

    /** No more often than these, and not again without a change. */
    public Rates withoutRepetition() {
        return new Rates(max, Optional.empty(), Optional.empty());
    }

    private static Optional<BigDecimal> lower(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.get().min(other.get())) : one.or(() -> other);
    }

    private static BigDecimal atLeastOnceIn(Duration lifetime) {
        return BigDecimal.ONE.divide(
                BigDecimal.valueOf(Math.max(1, lifetime.toSeconds())), DECIMALS, RoundingMode.CEILING);
    }
}
