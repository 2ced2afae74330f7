package presentry.policy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import presentry.policy.model.Condition;
import presentry.policy.model.Interval;

/** Whether conditions about sphere and time can be TRUE together, now or later: those of one rule, or of two. */
final class Overlap {
    private Overlap() {}

    /** Whether there is such a moment, from {@code now} on. */
    static boolean isPossible(List<Condition> conditions, Instant now) {
        return haveCommonSphere(conditions) && haveCommonTime(conditions, now);
    }

    /** A presentity is in one sphere at a time (RFC 4745, section 7.3). */
    static boolean haveCommonSphere(List<Condition> conditions) {
        var spheres = conditions.stream()
                .filter(Condition.Sphere.class::isInstance)
                .map(Condition.Sphere.class::cast)
                .toList();
        return spheres.isEmpty()
                || spheres.getFirst().tokens().stream()
                        .anyMatch(token -> spheres.stream()
                                .allMatch(sphere -> sphere.tokens().stream().anyMatch(token::equalsIgnoreCase)));
    }

    /** The first moment that intervals have in common is now or the beginning of one of them. */
    private static boolean haveCommonTime(List<Condition> conditions, Instant now) {
        var validities = conditions.stream()
                .filter(Condition.Validity.class::isInstance)
                .map(Condition.Validity.class::cast)
                .toList();
        var beginnings = validities.stream()
                .flatMap(validity -> validity.intervals().stream())
                .map(Interval::from)
                .filter(now::isBefore);
        return Stream.concat(Stream.of(now), beginnings)
                .anyMatch(moment -> validities.stream()
                        .allMatch(validity ->
                                validity.intervals().stream().anyMatch(interval -> interval.contains(moment))));
    }
}
