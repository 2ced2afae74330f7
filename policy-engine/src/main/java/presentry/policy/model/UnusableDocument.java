package presentry.policy.model;

/**
 * A rule document that cannot be used.
 *
 * @param name its name, as in {@link RuleDocument}
 * @param problem why
 */
public record UnusableDocument(String name, RuleProblem problem) {
    /** Document, line if it is known, and reason, in one sentence. */
    public String sentence() {
        return name + (problem.line() == 0 ? "" : ", line " + problem.line()) + ": " + problem.message();
    }
}
