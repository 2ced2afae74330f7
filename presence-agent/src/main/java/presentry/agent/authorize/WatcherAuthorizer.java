package presentry.agent.authorize;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import presentry.agent.model.Watcher;
import presentry.agent.subscription.Access;
import presentry.agent.subscription.Access.Source;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.Decision;
import presentry.policy.model.Outcome;
import presentry.policy.model.Permissions;
import presentry.policy.model.PolicyDefault;
import presentry.policy.model.SubHandling;
import presentry.uri.Aor;

/**
 * Who may see a presentity. The first that speaks wins: the presentity about itself, a rule that states a handling, the
 * default. A default never raises nor lowers what a rule stated: else nobody could block a mutual friend.
 */
public final class WatcherAuthorizer {
    private static final Access OWNER =
            new Access(SubHandling.ALLOW, Permissions.EVERYTHING, Source.OWNER, List.of(), Instant.MAX);
    private static final Access CLOSED =
            new Access(SubHandling.BLOCK, Permissions.NONE, Source.PACKAGE, List.of(), Instant.MAX);

    private final PolicyDefault whereSilent;

    /** @param whereSilent what decides where no matching rule states a handling */
    public WatcherAuthorizer(PolicyDefault whereSilent) {
        this.whereSilent = whereSilent;
    }

    /** A package that is open to its owner alone (RFC 3857, section 4.6). */
    public Access ownerOnly(Aor owner, Watcher watcher) {
        return watcher.is(owner) ? OWNER : CLOSED;
    }

    /**
     * A package that is governed by presence rules (RFC 5025).
     *
     * @param watchedUntil until when the owner watches this watcher; empty if he does not
     */
    public Access byRules(
            Aor owner, Watcher watcher, CompiledPolicy policy, Instant now, Optional<Instant> watchedUntil) {
        if (watcher.is(owner)) {
            return OWNER;
        }
        Decision decision = policy.decide(watcher.identity(), now, Optional.empty());
        Outcome outcome = decision.outcome();
        List<String> rules = policy.rulesOf(decision.signature());
        if (outcome.stated()) {
            Source source = policy.usable() ? Source.RULE : Source.RULES_UNUSABLE;
            return new Access(outcome.handling(), outcome.permissions(), source, rules, decision.validUntil());
        }
        return switch (whereSilent) {
            case MUTUAL -> mutual(decision, rules, watchedUntil);
            case RFC -> byDefault(decision, rules, policy.documentExists() ? SubHandling.BLOCK : SubHandling.CONFIRM);
            case CONFIRM -> byDefault(decision, rules, SubHandling.CONFIRM);
            case BLOCK -> byDefault(decision, rules, SubHandling.BLOCK);
            case ALLOW -> byDefault(decision, rules, SubHandling.ALLOW);
        };
    }

    private static Access mutual(Decision decision, List<String> rules, Optional<Instant> watchedUntil) {
        Instant validUntil = decision.validUntil();
        if (watchedUntil.isEmpty()) {
            return new Access(SubHandling.CONFIRM, Permissions.NONE, Source.MUTUAL_DEFAULT, rules, validUntil);
        }
        Instant earlier = watchedUntil.get().isBefore(validUntil) ? watchedUntil.get() : validUntil;
        return new Access(SubHandling.ALLOW, shown(decision, rules), Source.MUTUAL_DEFAULT, rules, earlier);
    }

    private static Access byDefault(Decision decision, List<String> rules, SubHandling handling) {
        Permissions permissions = handling == SubHandling.ALLOW ? shown(decision, rules) : Permissions.NONE;
        return new Access(handling, permissions, Source.SERVER_DEFAULT, rules, decision.validUntil());
    }

    /** Rules that matched without stating a handling still say what is shown; without any, the default shows everything. */
    private static Permissions shown(Decision decision, List<String> rules) {
        return rules.isEmpty() ? Permissions.EVERYTHING : decision.outcome().permissions();
    }
}
