package presentry.agent.presentity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import presentry.agent.event.Composition;
import presentry.agent.event.EventPackage;
import presentry.agent.event.View;
import presentry.agent.model.Body;
import presentry.policy.model.Permissions;

/**
 * What watchers see of one composition: made once for all who hold the same permissions, spell the presentity alike and
 * take the same media type. A
 * thousand friends with equal rights cost one filter and one serialisation.
 */
final class Views {
    /** More spellings and permissions than this at a time are somebody's game: the bodies are then made anew. */
    private static final int MOST_SHARED = 64;

    private record SharedBy(Permissions permissions, String entity, String bodyType) {}

    private final EventPackage event;
    private final boolean nothingToShow;
    private final Map<SharedBy, Body> shared = new HashMap<>();
    private Optional<Composition> composition;

    Views(EventPackage event, Composition composition) {
        this.event = event;
        this.nothingToShow = composition.isEmpty();
        this.composition = Optional.of(composition);
    }

    /** @param composing makes the composition again, should it have been let go */
    Body of(View view, Supplier<Composition> composing) {
        if (nothingToShow) {
            return event.neutral(view);
        }
        if (event.versioned()) {
            return event.view(composition(composing), view);
        }
        SharedBy sharedBy = new SharedBy(view.permissions(), view.entity(), view.bodyType());
        Body known = shared.get(sharedBy);
        if (known != null) {
            return known;
        }
        if (shared.size() >= MOST_SHARED) {
            shared.clear();
        }
        Body body = event.view(composition(composing), view);
        shared.put(sharedBy, body);
        return body;
    }

    /** Keeps the bodies and lets the composition go, which takes much more room and is seldom asked again. */
    void settle() {
        composition = Optional.empty();
    }

    private Composition composition(Supplier<Composition> composing) {
        Composition present = composition.orElseGet(composing);
        composition = Optional.of(present);
        return present;
    }
}
