package presentry.policy.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import presentry.policy.model.Grant;
import presentry.policy.model.Outcome;
import presentry.policy.model.Permissions;
import presentry.policy.model.RuleClass;
import presentry.policy.model.SubHandling;
import presentry.policy.model.Usage;

/** Adds up what the matching rules grant, each type of permission by itself (RFC 4745, section 10.2). */
public final class PermissionCombiner {
    private PermissionCombiner() {}

    /** What these rules, all of which match, grant together. Where none states an action, that of silence. */
    public static Outcome combine(Usage usage, List<? extends Grant> matching) {
        if (matching.isEmpty()) {
            return Outcome.noRule(silence(usage));
        }
        var permissions = Permissions.NONE;
        var handling = Optional.<SubHandling>empty();
        for (var rule : matching) {
            permissions = permissions.or(rule.permissions());
            handling = SubHandling.or(handling, rule.handling());
        }
        return Outcome.of(handling.orElse(silence(usage)), handling.isPresent(), permissions);
    }

    /**
     * Of the matching rules those that count: all of them, unless OMA's order of classes leaves some out.
     *
     * @param <R> a rule in whatever form
     */
    public static <R> List<R> counting(List<R> matching, Function<R, RuleClass> classOf) {
        if (matching.size() < 2) {
            return matching;
        }
        var first = matching.stream().map(classOf).min(RuleClass::compareTo).orElse(RuleClass.UNCLASSED);
        return matching.stream()
                .filter(rule -> classOf.apply(rule) == first || classOf.apply(rule) == RuleClass.UNCLASSED)
                .toList();
    }

    /** Presence is denied unless granted (RFC 5025, section 3.2.1); messages pass unless blocked, as SER has it. */
    public static SubHandling silence(Usage usage) {
        return switch (usage) {
            case PRES_RULES -> SubHandling.BLOCK;
            case IM_RULES -> SubHandling.ALLOW;
        };
    }
}
