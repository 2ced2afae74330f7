package presentry.launch.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the time of a decision: a date and time with its offset, as {@code 2030-01-31T12:00:00Z}. */
final class InstantReader implements ITypeConverter<Instant> {
    /** The instant that a text names, if it does. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noInstant) {
            return Optional.empty();
        }
    }

    @Override
    public Instant convert(String text) {
        return read(text)
                .orElseThrow(
                        () -> new TypeConversionException("`" + text + "` is no instant such as 2030-01-31T12:00:00Z"));
    }
}
