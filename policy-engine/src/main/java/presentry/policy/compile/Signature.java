package presentry.policy.compile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import presentry.policy.model.Decision;

/** The rules whose identity conditions fit some watchers, and what they decide in every sphere and at every time. */
sealed interface Signature permits FixedSignature, ChangingSignature {
    /** What these rules decide. */
    Decision decide(Instant now, Optional<String> sphere);

    /** The rules. */
    List<CompiledRule> rules();

    /** Bytes of heap, without the rules and the outcomes, which are shared. */
    int heapBytes();
}
