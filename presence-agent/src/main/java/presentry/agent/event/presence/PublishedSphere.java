package presentry.agent.event.presence;

import java.time.Instant;
import presentry.agent.event.EventState;
import presentry.agent.event.SphereSource;
import presentry.policy.model.PresentitySphere;
import presentry.policy.read.SphereReader;

/**
 * The sphere that the published presence documents agree on, each as it was published: composing them would change nothing
 * that RFC 5025, section 3.1.2, asks for. Without state of its own.
 */
public final class PublishedSphere implements SphereSource {
    @Override
    public PresentitySphere sphere(EventState state, Instant now) {
        return SphereReader.read(PublishedDocuments.roots(state), now);
    }
}
