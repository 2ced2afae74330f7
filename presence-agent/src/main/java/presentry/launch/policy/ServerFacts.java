package presentry.launch.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import presentry.launch.config.Config;
import presentry.policy.model.Usage;
import presentry.uri.Aor;
import presentry.uri.CanonicalUri;

/** Finds out what a server knows of a presentity. */
@FunctionalInterface
public interface ServerFacts {
    /**
     * Hands what the server knows to {@code use}, which is called at most once and before this returns.
     *
     * @return why nothing can be found out, in a sentence for the user; empty if {@code use} was called
     */
    Optional<String> find(Question question, Consumer<PresentityFacts> use);

    /**
     * Whom and when it is about.
     *
     * @param config the configuration of the server
     * @param presentity who is watched, as {@link Aor#home()} spells it
     * @param watcher who watches
     * @param usage which rules
     * @param at the time of the decision
     */
    record Question(Config config, Aor presentity, CanonicalUri watcher, Usage usage, Instant at) {}
}
