package presentry.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6446. */
class RatesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Section 9.2. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "99", "0.1", "0.0000000001", "12.50"})
    void aRateIsADecimalAboveZero(String text) {
        assertThat(Rates.rate(text)).contains(new BigDecimal(text));
    }

    /** Section 5.1: zero is not allowed. */
    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.0", "100", "-1", "1.", ".5", "1e3", "0.00000000001", "one"})
    void whatIsNoneIsLeftOut(String text) {
        assertThat(Rates.rate(text)).isEmpty();
    }

    /** Section 5.3. */
    @Test
    void aMaximumThatWouldBeSilentForTheWholeLifeIsRaised() {
        assertThat(rates("0.00001", "", "").agreed(Optional.empty(), Duration.ofSeconds(100)))
                .isEqualTo(rates("0.0100000000", "", ""));
    }

    /** Section 8. */
    @Test
    void noMinimumIsAboveTheMaximum() {
        assertThat(rates("0.01", "0.1", "").agreed(Optional.empty(), HOUR)).isEqualTo(rates("0.01", "0.01", ""));
    }

    /** Section 8. */
    @Test
    void aMinimumThatIsNotBelowTheAdaptiveOneDoesNotCount() {
        assertThat(rates("", "0.1", "0.1").agreed(Optional.empty(), HOUR)).isEqualTo(rates("", "", "0.1"));
    }

    /** Section 6.3: lowered, since each repetition costs and tells nothing. */
    @Test
    void repetitionsAreBoundedWhateverIsAskedFor() {
        assertThat(rates("", "99", "").agreed(Optional.empty(), HOUR)).isEqualTo(rates("", "0.2", ""));
    }

    /** Section 5.2. */
    @Test
    void theLowerOfWhatIsAskedAndWhatIsAllowedCounts() {
        var most = Optional.of(new BigDecimal("0.5"));

        assertThat(rates("0.1", "", "").agreed(most, HOUR)).isEqualTo(rates("0.1", "", ""));
        assertThat(rates("1", "", "").agreed(most, HOUR)).isEqualTo(rates("0.5", "", ""));
        assertThat(Rates.NONE.agreed(most, HOUR)).isEqualTo(rates("0.5", "", ""));
    }

    @Test
    void whoAsksForNothingOfAServerWithoutBoundHasNone() {
        assertThat(Rates.NONE.agreed(Optional.empty(), HOUR)).isEqualTo(Rates.NONE);
    }

    private static Rates rates(String max, String min, String adaptive) {
        return new Rates(Rates.rate(max), Rates.rate(min), Rates.rate(adaptive));
    }
}
