package presentry.agent.feed;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.policy.cache.CompiledPolicies;
import presentry.policy.model.Usage;
import presentry.uri.Aor;

/**
 * Reads the stored rules of all users once, one after the other, so that those that cannot be used are known before anybody needs them.
 * Stops when its thread is interrupted.
 */
public final class RulesCheck implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RulesCheck.class);
    private static final int PAGE = 200;

    private final Owners owners;
    private final CompiledPolicies policies;
    private final int mostUsers;

    /** Who has documents. */
    @FunctionalInterface
    public interface Owners {
        /**
         * The next ones in a fixed order; blocks.
         *
         * @param after the last one known; empty to begin
         */
        List<Aor> of(List<String> auids, Optional<Aor> after, int max);
    }

    /**
     * A check of the stored rules.
     *
     * @param policies are told to load, and so tell their observer
     * @param mostUsers how many users are looked at for each kind of rules
     */
    public RulesCheck(Owners owners, CompiledPolicies policies, int mostUsers) {
        this.owners = owners;
        this.policies = policies;
        this.mostUsers = mostUsers;
    }

    @Override
    public void run() {
        try {
            Stream.of(Usage.values()).forEach(this::check);
        } catch (RuntimeException unread) {
            if (!stopped()) {
                LOG.warn("The stored rules could not all be checked: {}", unread.getMessage());
            }
        }
    }

    private void check(Usage usage) {
        Optional<Aor> last = Optional.empty();
        for (int checked = 0; checked < mostUsers && !stopped(); ) {
            List<Aor> page = owners.of(RuleUsages.auidsOf(usage), last, Math.min(PAGE, mostUsers - checked));
            if (page.isEmpty()) {
                return;
            }
            page.stream().takeWhile(owner -> !stopped()).forEach(owner -> check(owner, usage));
            checked += page.size();
            last = Optional.of(page.getLast());
        }
    }

    private static boolean stopped() {
        return Thread.currentThread().isInterrupted();
    }

    private void check(Aor owner, Usage usage) {
        try {
            policies.load(owner, usage).toCompletableFuture().join();
        } catch (CompletionException unread) {
            LOG.warn("The {} of {} could not be read: {}", usage.auid(), owner, String.valueOf(unread.getCause()));
        }
    }
}
