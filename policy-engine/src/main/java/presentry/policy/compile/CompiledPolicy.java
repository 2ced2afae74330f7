package presentry.policy.compile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import presentry.policy.model.Decision;
import presentry.policy.model.ImHandling;
import presentry.policy.model.Outcome;
import presentry.policy.model.Permissions;
import presentry.policy.model.SubHandling;
import presentry.policy.model.UnusableDocument;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;

/**
 * All rules of one user and usage in a form that decides with one or two hash look-ups and without garbage. What it answers is
 * what {@link presentry.policy.evaluate.RuleEvaluator} answers. For all threads; nothing of it that can be seen ever changes.
 */
public final class CompiledPolicy {
    private final boolean documentExists;
    private final IdentityIndex identities;
    private final Signatures signatures;
    private final List<UnusableDocument> problems;
    private final Optional<Decision> refusal;
    private final int heapBytes;

    /** @param heapBytes about how much heap all that belongs to it takes */
    CompiledPolicy(boolean documentExists, IdentityIndex identities, Signatures signatures, int heapBytes) {
        this(documentExists, identities, signatures, List.of(), Optional.empty(), heapBytes);
    }

    private CompiledPolicy(
            boolean documentExists,
            IdentityIndex identities,
            Signatures signatures,
            List<UnusableDocument> problems,
            Optional<Decision> refusal,
            int heapBytes) {
        this.documentExists = documentExists;
        this.identities = identities;
        this.signatures = signatures;
        this.problems = List.copyOf(problems);
        this.refusal = refusal;
        this.heapBytes = heapBytes;
    }

    /**
     * A policy of which some document cannot be used. That document may have held the rule that blocks or the one that narrows, so
     * no other is asked either: every subscription waits for the owner's word, every message is refused.
     *
     * @param problems the documents that cannot be used
     */
    public static CompiledPolicy unusable(Usage usage, List<UnusableDocument> problems) {
        var handling =
                switch (usage) {
                    case PRES_RULES -> SubHandling.CONFIRM;
                    case IM_RULES -> SubHandling.BLOCK;
                };
        var empty = PolicyCompiler.compile(usage, true, List.of());
        var refusal = new Decision(Outcome.of(handling, true, Permissions.NONE), Instant.MAX, 0, Signatures.UNNUMBERED);
        return new CompiledPolicy(
                true, empty.identities, empty.signatures, problems, Optional.of(refusal), empty.heapBytes);
    }

    /**
     * What the rules say about a watcher.
     *
     * @param now the time of the decision
     * @param sphere the sphere the presentity is in; empty when it is undefined
     */
    public Decision decide(WatcherIdentity watcher, Instant now, Optional<String> sphere) {
        return refusal.isPresent()
                ? refusal.get()
                : identities.signatureOf(watcher, signatures).decide(now, sphere);
    }

    /** Whether a message may pass, of a policy for {@link Usage#IM_RULES}: everybody's does unless a rule blocks it. */
    public ImHandling decideMessage(WatcherIdentity sender, Instant now, Optional<String> sphere) {
        return switch (decide(sender, now, sphere).outcome().handling()) {
            case ALLOW -> ImHandling.ALLOW;
            case BLOCK, CONFIRM, POLITE_BLOCK -> ImHandling.BLOCK;
        };
    }

    /** Whether the user has any document of this usage at all. */
    public boolean documentExists() {
        return documentExists;
    }

    /** Whether all documents could be used; if not, nothing is granted to anybody ({@link #unusable}). */
    public boolean usable() {
        return refusal.isEmpty();
    }

    /** Why the policy is not usable: document, line and reason, one sentence each. */
    public List<UnusableDocument> problems() {
        return problems;
    }

    /** Whether a rule refers to an external list, so that a change of one may change any decision. */
    public boolean dependsOnLists() {
        return signatures.dependOnLists();
    }

    /** The ids of the rules that a decision's signature names: for the log, in no particular order. */
    public List<String> rulesOf(int signature) {
        return signatures.ruleIds(signature);
    }

    /** About how many bytes of heap it takes. */
    public int heapBytes() {
        return 40 + heapBytes;
    }
}
