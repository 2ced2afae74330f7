package presentry.sip.transaction;

import java.time.Duration;

/** The times of RFC 3261, section 17 (its table 4), and of RFC 4320. */
final class Times {
    /** Estimated round trip. */
    static final Duration T1 = Duration.ofMillis(500);

    /** Longest interval between two sendings of one message. */
    static final Duration T2 = Duration.ofSeconds(4);

    /** Longest life of a message in the net. */
    static final Duration T4 = Duration.ofSeconds(5);

    /** Timers B, F, H and J: the longest life of a transaction. */
    static final Duration LIFE = T1.multipliedBy(64);

    /** Timer J under load: long enough for the first four repetitions of a request whose answer was lost. */
    static final Duration SHORT_MEMORY = T1.multipliedBy(16);

    /** When 100 is due to a non-INVITE request: the client's timer E has then reached T2 (RFC 4320, section 4.1). */
    static final Duration NON_INVITE_TRYING = T1.multipliedBy(7);

    /** When 100 is due to an INVITE (RFC 3261, section 17.2.1). */
    static final Duration INVITE_TRYING = Duration.ofMillis(200);

    private Times() {}

    /** The interval after {@code interval}: twice as long, at most T2 (timers E and G). */
    static Duration next(Duration interval) {
        Duration doubled = interval.multipliedBy(2);
        return doubled.compareTo(T2) > 0 ? T2 : doubled;
    }
}
