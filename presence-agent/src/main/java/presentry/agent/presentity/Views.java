package presentry.agent.presentity;

import java.util.HashMap;
import java.util.Map;
import presentry.agent.event.Composition;
import presentry.agent.event.EventPackage;
import presentry.agent.event.View;
import presentry.agent.model.Body;
import presentry.policy.model.Permissions;

/**
 * What watchers see of one composition: made once for all who hold the same permissions and spell the presentity alike. A
 * thousand friends with equal rights cost one filter and one serialisation.
 */
final class Views {
    private record SharedBy(Permissions permissions, String entity) {}

    private final EventPackage event;
    private final Composition composition;
    private final Map<SharedBy, Body> shared = new HashMap<>();

    Views(EventPackage event, Composition composition) {
        this.event = event;
        this.composition = composition;
    }

    boolean nothingToShow() {
        return composition.isEmpty();
    }

    Body of(View view) {
        if (event.versioned()) {
            return event.view(composition, view);
        }
        return shared.computeIfAbsent(
                new SharedBy(view.permissions(), view.entity()), unused -> event.view(composition, view));
    }
}
