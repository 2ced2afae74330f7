package presentry.agent.store;

import java.time.Duration;
import java.time.Instant;

/**
 * The number from which a process goes on with the CSeq numbers and document versions of stored dialogs. A data folder may be a
 * copy made before many a NOTIFY was sent and carries no sign of it, so what is stored is not enough: CSeq numbers must rise
 * (RFC 3261, section 12.2.1.1), and so must versions (RFC 3858, section 3). The wall clock gives a number above all that were
 * sent, since no dialog is sent a NOTIFY each second on an average.
 *
 * @param value 0 and more, far enough below 2**31 that a dialog can go on
 */
public record NumberFloor(long value) {
    /** Nothing but what is stored counts. */
    public static final NumberFloor NONE = new NumberFloor(0);

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final long LEFT_FOR_A_DIALOG = 1L << 28;
    private static final long HIGHEST = (1L << 31) - LEFT_FOR_A_DIALOG;

    /** The seconds since the beginning of 2026: it stays below the end of the CSeq numbers until the year 2085. */
    public static NumberFloor at(Instant start) {
        return new NumberFloor(Math.clamp(Duration.between(FIRST, start).toSeconds(), 0, HIGHEST));
    }
}
