package presentry.agent.event;

import java.time.Duration;

/**
 * How long a subscription or a publication of a package lives.
 *
 * @param standard when the client names no duration
 * @param shortest what is below is refused with 423, except zero (RFC 6665, section 4.2.1.1, allows that only below an hour)
 * @param longest what is above is shortened to it
 */
public record Lifetimes(Duration standard, Duration shortest, Duration longest) {
    /** The time granted for what was asked; not above {@link #longest()}. */
    public Duration grant(Duration asked) {
        return asked.compareTo(longest) > 0 ? longest : asked;
    }

    /** Whether what was asked is refused as too brief; zero is not, it ends or fetches. */
    public boolean tooBrief(Duration asked) {
        return !asked.isZero() && asked.compareTo(shortest) < 0;
    }
}
