package presentry.launch.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import presentry.policy.PolicyOptions;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.Permissions;
import presentry.policy.model.PolicyDefault;
import presentry.policy.model.PresentitySphere;
import presentry.policy.model.RuleDocument;

/**
 * All that a decision about one watcher of a presentity rests on.
 *
 * @param options how rule documents are understood
 * @param documents the rule documents of the presentity
 * @param lists those that the rules may refer to
 * @param fallback what decides where no rule speaks
 * @param watchesUntil until when the presentity watches the watcher; empty if it does not
 * @param sphere the sphere that the presentity is in
 * @param published what is published of it; empty if nothing is
 */
public record PresentityFacts(
        PolicyOptions options,
        List<RuleDocument> documents,
        ExternalLists lists,
        PolicyDefault fallback,
        Optional<Instant> watchesUntil,
        PresentitySphere sphere,
        Optional<Published> published) {
    /** Takes its own copy. */
    public PresentityFacts {
        documents = List.copyOf(documents);
    }

    /** The same in another sphere. */
    PresentityFacts in(PresentitySphere other) {
        return new PresentityFacts(options, documents, lists, fallback, watchesUntil, other, published);
    }

    /** The state of the presentity. */
    @FunctionalInterface
    public interface Published {
        /** The document that somebody is sent who may see this much of it. */
        String shownTo(Permissions permissions);
    }
}
