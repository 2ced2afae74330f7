package presentry.agent.authorize;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import presentry.agent.model.Moment;
import presentry.agent.model.Recurring;
import presentry.agent.model.Watcher;
import presentry.agent.subscription.Access;
import presentry.agent.subscription.Access.Source;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.evaluate.Precedence;
import presentry.policy.model.Decision;
import presentry.policy.model.Permissions;
import presentry.policy.model.PolicyDefault;
import presentry.policy.model.PresentitySphere;
import presentry.policy.model.SubHandling;
import presentry.policy.model.Verdict;
import presentry.uri.Aor;

/**
 * Who may see a presentity. The first that speaks wins: the presentity about itself, then what {@link Precedence} makes of
 * the rules and the default.
 */
public final class WatcherAuthorizer {
    private static final Access OWNER =
            new Access(SubHandling.ALLOW, Permissions.EVERYTHING, Source.OWNER, List.of(), false, Instant.MAX);
    private static final Access OPEN =
            new Access(SubHandling.ALLOW, Permissions.EVERYTHING, Source.PACKAGE, List.of(), false, Instant.MAX);
    private static final Access CLOSED =
            new Access(SubHandling.BLOCK, Permissions.NONE, Source.PACKAGE, List.of(), false, Instant.MAX);

    /** As many as rules of the presentities at work at a time differ. */
    private static final int RECENT = 4096;

    private final PolicyDefault whereSilent;

    /** A presentity lets in all its friends alike. */
    private final Recurring<Access> recurring = new Recurring<>(RECENT);

    /**
     * Decides by the rules, and by one default for all users where they are silent.
     *
     * @param whereSilent what decides where no matching rule states a handling
     */
    public WatcherAuthorizer(PolicyDefault whereSilent) {
        this.whereSilent = whereSilent;
    }

    /** A package that is open to its owner alone (RFC 3857, section 4.6). */
    public Access ownerOnly(Aor owner, Watcher watcher) {
        return watcher.is(owner) ? OWNER : CLOSED;
    }

    /** A package that is open to everybody. */
    public Access everybody() {
        return OPEN;
    }

    /**
     * A package that is governed by presence rules (RFC 5025).
     *
     * @param moment the rules are asked at the time of the wall
     * @param watchedUntil until when the owner watches this watcher; empty if he does not
     * @param sphere in which the owner is; asked only if that matters
     */
    public Access byRules(
            Aor owner,
            Watcher watcher,
            CompiledPolicy policy,
            Moment moment,
            Optional<Instant> watchedUntil,
            Supplier<PresentitySphere> sphere) {
        if (watcher.is(owner)) {
            return OWNER;
        }
        RuleDecision ruled = RuleDecision.of(policy, watcher.identity(), moment.wall(), sphere);
        Decision decision = ruled.decision();
        Verdict verdict = Precedence.decide(
                whereSilent,
                decision.outcome(),
                policy.documentExists(),
                watchedUntil.isPresent(),
                Permissions.EVERYTHING);
        return recurring.same(new Access(
                verdict.handling(),
                verdict.permissions(),
                policy.usable() ? sourceOf(verdict) : Source.RULES_UNUSABLE,
                policy.rulesOf(decision.signature()),
                ruled.dependsOnSphere(),
                validUntil(verdict, moment.whenWallShows(ruled.validUntil()), watchedUntil)));
    }

    /** What rests on the presentity's own subscription holds no longer than that. */
    private static Instant validUntil(Verdict verdict, Instant byRules, Optional<Instant> watchedUntil) {
        if (verdict.source() != Verdict.Source.MUTUAL) {
            return byRules;
        }
        return watchedUntil.filter(until -> until.isBefore(byRules)).orElse(byRules);
    }

    private static Source sourceOf(Verdict verdict) {
        return switch (verdict.source()) {
            case RULES -> Source.RULE;
            case MUTUAL, NOT_MUTUAL -> Source.MUTUAL_DEFAULT;
            case SILENT_RULES, NO_DOCUMENT, SERVER_DEFAULT -> Source.SERVER_DEFAULT;
        };
    }
}
