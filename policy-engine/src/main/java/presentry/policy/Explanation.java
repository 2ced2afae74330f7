package presentry.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import presentry.policy.model.Decision;
import presentry.policy.model.Verdict;

/**
 * Why a watcher is treated the way it is.
 *
 * @param decision what the rules say
 * @param verdict what is done in the end; empty when the server's default was not asked
 * @param rules every rule, in the order of the documents, with its part in the decision
 * @param problems why documents cannot be used; with one of these no rule is asked
 */
public record Explanation(
        Decision decision, Optional<Verdict> verdict, List<RuleAccount> rules, List<String> problems) {
    /** Takes its own copies. */
    public Explanation {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    /** The same, which holds no longer than until something ends that the rules do not know of. */
    public Explanation notAfter(Instant end) {
        if (!end.isBefore(decision.validUntil())) {
            return this;
        }
        var shorter = new Decision(decision.outcome(), end, decision.dependencies(), decision.signature());
        return new Explanation(shorter, verdict, rules, problems);
    }

    /** The part a rule can have. */
    public enum Part {
        /** It matches, and what it grants counts. */
        DECIDES,
        /** It matches, but a rule of a higher class does, too (OMA's order). */
        GIVES_WAY,
        /** A condition is FALSE. */
        DOES_NOT_MATCH
    }

    /**
     * One rule.
     *
     * @param document the name of its document
     * @param id its identifier
     * @param line where it starts
     * @param part what it has to do with the decision
     * @param conditions its conditions, each with its truth
     * @param grants what it grants, whether it counts or not
     */
    public record RuleAccount(
            String document, String id, int line, Part part, List<Reason> conditions, List<Reason> grants) {
        /** Takes its own copies. */
        public RuleAccount {
            conditions = List.copyOf(conditions);
            grants = List.copyOf(grants);
        }
    }

    /**
     * One line of a document.
     *
     * @param line the line, from 1
     * @param holds whether it is TRUE; what is granted always is
     * @param text what it says about this watcher
     */
    public record Reason(int line, boolean holds, String text) {}
}
