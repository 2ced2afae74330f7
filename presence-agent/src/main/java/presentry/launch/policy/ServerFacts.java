package presentry.launch.policy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import presentry.launch.config.Setting;
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
     * @param config the configuration file of the server, if it has one
     * @param settings what goes before the file, such as the data folder
     * @param presentity who is watched, as {@link Aor#home()} spells it
     * @param watcher who watches
     * @param usage which rules
     * @param at the time of the decision
     */
    record Question(
            Optional<Path> config,
            List<Setting> settings,
            Aor presentity,
            CanonicalUri watcher,
            Usage usage,
            Instant at) {
        /** Takes its own copy. */
        public Question {
            settings = List.copyOf(settings);
        }
    }
}
