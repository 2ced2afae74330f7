package presentry.agent.presentity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import presentry.agent.event.Composition;
import presentry.agent.event.EventPackage;
import presentry.agent.event.Sources;
import presentry.agent.event.View;
import presentry.agent.model.Body;
import presentry.policy.model.Permissions;

/**
 * What watchers see of one state: composed once for all who hold the same permissions, written once for all of them who also spell the
 * presentity alike and take the same media type. A thousand friends with equal rights cost one filter and one serialisation.
 */
final class Views {
    /** More spellings and permissions than this at a time are somebody's game: the bodies are then made again. */
    private static final int MOST_SHARED = 64;

    private record SharedBy(Permissions permissions, String entity, String bodyType) {}

    private final EventPackage event;
    private final int maxOctets;

    /** An empty value stands for the neutral document, which each watcher has for himself. */
    private final Map<SharedBy, Optional<Body>> shared = new HashMap<>();

    private final Map<Permissions, Composition> compositions = new HashMap<>();
    private Optional<Sources> sources = Optional.empty();
    private long sharedOctets;

    /** @param maxOctets of one document; all that are kept together are no more than that either */
    Views(EventPackage event, int maxOctets) {
        this.event = event;
        this.maxOctets = maxOctets;
    }

    /** The document for one watcher: the neutral one if nothing is visible to him, or if it would be larger than a document may be. */
    Body of(View view, Step step) {
        SharedBy sharedBy = new SharedBy(view.permissions(), view.entity(), view.bodyType());
        Optional<Body> known = shared.get(sharedBy);
        if (known == null) {
            known = made(view, step);
            keep(sharedBy, known);
        }
        return known.orElseGet(() -> event.neutral(view));
    }

    private Optional<Body> made(View view, Step step) {
        Composition composition = compositions.get(view.permissions());
        if (composition == null) {
            Sources read = sources.orElseGet(() -> event.read(step));
            sources = Optional.of(read);
            composition = event.compose(read, view.permissions());
            compositions.put(view.permissions(), composition);
        }
        if (composition.isEmpty()) {
            return Optional.empty();
        }
        Body body = event.view(composition, view);
        if (body.octets().length > maxOctets) {
            step.emit(new Effect.TooLarge(step.state.owner, event.name(), body.octets().length, maxOctets));
            return Optional.empty();
        }
        return Optional.of(body);
    }

    private void keep(SharedBy sharedBy, Optional<Body> body) {
        long octets = body.map(made -> made.octets().length).orElse(0);
        if (shared.size() >= MOST_SHARED || sharedOctets + octets > maxOctets) {
            shared.clear();
            sharedOctets = 0;
        }
        shared.put(sharedBy, body);
        sharedOctets += octets;
    }

    /** Keeps the bodies and lets go what they were made of, which takes much more room and is seldom asked again. */
    void settle() {
        compositions.clear();
        sources = Optional.empty();
    }
}
