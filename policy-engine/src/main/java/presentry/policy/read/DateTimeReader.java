package presentry.policy.read;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import presentry.policy.model.Token;

/**
 * Reads xs:dateTime, the type of {@code <from>} and {@code <until>} (RFC 4745, section 7.4).
 *
 * <p>A time without a zone may mean any instant within 14 hours of it: XML Schema (part 2, section 3.2.7.4) calls a
 * comparison indeterminate there. Only what is certainly true may grant anything, so such a time counts as the latest
 * instant it can mean where a rule begins, and as the earliest where it ends.
 */
final class DateTimeReader {
    private static final Pattern FORM = Pattern.compile("(-?)([0-9]{4,})-([0-9]{2})-([0-9]{2})"
            + "T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]+))?"
            + "(?:(Z)|([+-])([0-9]{2}):([0-9]{2}))?");
    private static final Duration WIDEST_OFFSET = Duration.ofHours(14);
    private static final int YEAR_DIGITS_OF_INSTANT = 9;
    private static final int NANO_DIGITS = 9;

    private DateTimeReader() {}

    /** The instant a rule begins; empty when the text is no xs:dateTime. */
    static Optional<Instant> from(String text) {
        return read(text, WIDEST_OFFSET);
    }

    /** The instant a rule ends; empty when the text is no xs:dateTime. */
    static Optional<Instant> until(String text) {
        return read(text, WIDEST_OFFSET.negated());
    }

    private static Optional<Instant> read(String text, Duration shiftWithoutZone) {
        var form = FORM.matcher(Token.collapse(text));
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return year(form).flatMap(year -> instant(form, year, shiftWithoutZone));
        } catch (DateTimeException notOnTheCalendar) {
            return Optional.empty();
        }
    }

    /** Empty for what is no year: 0000, and more than four digits with a leading zero. */
    private static Optional<Integer> year(Matcher form) {
        var digits = form.group(2);
        boolean padded = digits.length() > 4 && digits.startsWith("0");
        if (padded || digits.length() > YEAR_DIGITS_OF_INSTANT || digits.equals("0000")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(digits);
        // Before the common era: there is no year 0 in XML Schema 1.0, so -0001 is the year that ISO 8601 counts as 0.
        return Optional.of(form.group(1).isEmpty() ? year : 1 - year);
    }

    private static Optional<Instant> instant(Matcher form, int year, Duration shiftWithoutZone) {
        var date = LocalDate.of(year, number(form, 3), number(form, 4));
        boolean endOfDay = number(form, 5) == 24;
        boolean fraction = form.group(8) != null && !form.group(8).matches("0+");
        if (endOfDay && (number(form, 6) != 0 || number(form, 7) != 0 || fraction)) {
            return Optional.empty();
        }
        var time = LocalTime.of(endOfDay ? 0 : number(form, 5), number(form, 6), number(form, 7));
        var local = LocalDateTime.of(endOfDay ? date.plusDays(1) : date, time);
        if (form.group(9) != null) {
            return Optional.of(withFraction(form, local.toInstant(ZoneOffset.UTC)));
        }
        if (form.group(10) == null) {
            return Optional.of(
                    withFraction(form, local.toInstant(ZoneOffset.UTC)).plus(shiftWithoutZone));
        }
        return offset(form)
                .map(offset ->
                        withFraction(form, local.toInstant(ZoneOffset.UTC).minus(offset)));
    }

    /** Offsets reach 14:00 on both sides (XML Schema part 2, section 3.2.7.3). */
    private static Optional<Duration> offset(Matcher form) {
        int minutes = number(form, 12);
        var offset = Duration.ofHours(number(form, 11)).plusMinutes(minutes);
        if (minutes > 59 || offset.compareTo(WIDEST_OFFSET) > 0) {
            return Optional.empty();
        }
        return Optional.of(form.group(10).equals("-") ? offset.negated() : offset);
    }

    /**
     * Adds the fraction of a second. A clock with nanoseconds reaches a time between two of its ticks with the later of
     * them, so what is finer counts as one more nanosecond.
     */
    private static Instant withFraction(Matcher form, Instant second) {
        var digits = form.group(8);
        if (digits == null) {
            return second;
        }
        var nanos = Integer.parseInt((digits + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
        boolean finer =
                digits.length() > NANO_DIGITS && !digits.substring(NANO_DIGITS).matches("0+");
        return second.plusNanos(finer ? nanos + 1L : nanos);
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
