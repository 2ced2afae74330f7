package presentry.agent.authorize;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.Decision;
import presentry.policy.model.Dependency;
import presentry.policy.model.PresentitySphere;
import presentry.policy.model.WatcherIdentity;

/**
 * What the rules say, by the sphere of the owner where it matters: few rules ask for it (RFC 4745, section 7.2), and to know it
 * all published documents must be read.
 *
 * @param decision by the sphere there is
 * @param dependsOnSphere whether it may be another one in another sphere
 * @param validUntil first instant, by the wall clock, at which time alone, also that of the sphere, may make it another one
 */
record RuleDecision(Decision decision, boolean dependsOnSphere, Instant validUntil) {
    /**
     * Decides.
     *
     * @param now by the wall clock
     * @param sphere asked at most once, and only if a rule that fits the identity depends on it
     */
    static RuleDecision of(
            CompiledPolicy policy, WatcherIdentity identity, Instant now, Supplier<PresentitySphere> sphere) {
        Decision anywhere = policy.decide(identity, now, Optional.empty());
        if (!anywhere.dependsOn(Dependency.SPHERE)) {
            return new RuleDecision(anywhere, false, anywhere.validUntil());
        }
        PresentitySphere here = sphere.get();
        Decision decision = policy.decide(identity, now, here.value());
        Instant byRules = decision.validUntil();
        return new RuleDecision(decision, true, here.validUntil().isBefore(byRules) ? here.validUntil() : byRules);
    }
}
