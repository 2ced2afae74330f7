package presentry.policy.cache;

import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.Usage;
import presentry.uri.Aor;

/** Who wants to see each policy that comes into use. */
@FunctionalInterface
public interface PolicyObserver {
    /** Looks at nothing. */
    PolicyObserver NONE = (owner, usage, policy) -> {};

    /**
     * From now on this is the owner's policy. Is told of the policies of one owner and usage one after the other, in the order of the
     * changes that they rest on; must return at once and must not throw.
     *
     * @param owner the user, as {@link Aor#home()} spells it
     */
    void inUse(Aor owner, Usage usage, CompiledPolicy policy);
}
