package presentry.policy.model;

import java.time.Instant;

/**
 * An outcome, and for how long and under which circumstances it holds.
 *
 * @param outcome what the rules say
 * @param validUntil the first instant at which the clock alone makes the outcome another one; {@link Instant#MAX} when it
 *     never does
 * @param dependencies what else may change it: a mask of {@link Dependency#bit}s
 * @param signature names the set of rules whose identity conditions fit the watcher, within the policy that decided
 */
public record Decision(Outcome outcome, Instant validUntil, int dependencies, int signature) {
    /** Whether the decision may change with this. */
    public boolean dependsOn(Dependency dependency) {
        return dependency.in(dependencies);
    }
}
