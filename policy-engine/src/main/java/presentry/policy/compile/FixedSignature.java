package presentry.policy.compile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import presentry.policy.model.Decision;

/** A signature whose rules look at nothing but the watcher, so that there is one decision. */
record FixedSignature(List<CompiledRule> rules, Decision decision) implements Signature {
    @Override
    public Decision decide(Instant now, Optional<String> sphere) {
        return decision;
    }

    @Override
    public int heapBytes() {
        return 80 + Integer.BYTES * rules.size();
    }
}
