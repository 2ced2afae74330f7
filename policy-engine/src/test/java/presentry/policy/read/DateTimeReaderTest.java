package presentry.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML Schema part 2, section 3.2.7, the type of from and until (RFC 4745, section 7.4). */
class DateTimeReaderTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.000Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.5Z, 2026-01-01T00:00:00.5Z",
        "2026-01-01T00:00:00+00:00, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00-00:00, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00+14:00, 2025-12-31T10:00:00Z",
        "2026-01-01T00:00:00-14:00, 2026-01-01T14:00:00Z",
        "2026-01-01T00:00:00-05:30, 2026-01-01T05:30:00Z",
        "2025-12-31T24:00:00Z, 2026-01-01T00:00:00Z",
        "2025-12-31T24:00:00.00Z, 2026-01-01T00:00:00Z",
        "2024-02-29T12:00:00Z, 2024-02-29T12:00:00Z",
        "12026-01-01T00:00:00Z, +12026-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z, 0000-01-01T00:00:00Z"
    })
    void aTimeIsRead(String text, String instant) {
        assertThat(DateTimeReader.from(text)).contains(Instant.parse(instant));
        assertThat(DateTimeReader.until(text)).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-01-01",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00Z",
                "2026-1-1T00:00:00Z",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00z",
                "2026-01-01T00:00:60Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T24:00:01Z",
                "2026-01-01T24:00:00.1Z",
                "2026-01-01T25:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "02026-01-01T00:00:00Z",
                "+2026-01-01T00:00:00Z",
                "2026-01-01T00:00:00+14:01",
                "2026-01-01T00:00:00+15:00",
                "2026-01-01T00:00:00+10:60",
                "2026-01-01T00:00:00+1:00",
                "2026-01-01T00:00:00+0100",
                "\u0662\u0660\u0662\u0666-01-01T00:00:00Z"
            })
    void whatIsNoTimeIsNotRead(String text) {
        assertThat(DateTimeReader.from(text)).isEmpty();
        assertThat(DateTimeReader.until(text)).isEmpty();
    }

    @Test
    void whiteSpaceAroundATimeIsNoPartOfIt() {
        assertThat(DateTimeReader.from("\n 2026-01-01T00:00:00Z\t")).isPresent();
    }

    @Test
    void withoutAZoneTheBeginningIsTheLatestAndTheEndTheEarliestItCanMean() {
        assertThat(DateTimeReader.from("2026-01-10T00:00:00")).contains(Instant.parse("2026-01-10T14:00:00Z"));
        assertThat(DateTimeReader.until("2026-01-10T00:00:00")).contains(Instant.parse("2026-01-09T10:00:00Z"));
    }

    @Test
    void whatIsFinerThanANanosecondCountsAsTheNextOne() {
        assertThat(DateTimeReader.from("2026-01-01T00:00:00.0000000001Z"))
                .contains(Instant.parse("2026-01-01T00:00:00.000000001Z"));
        assertThat(DateTimeReader.from("2026-01-01T00:00:00.9999999999Z"))
                .contains(Instant.parse("2026-01-01T00:00:01Z"));
    }
}
