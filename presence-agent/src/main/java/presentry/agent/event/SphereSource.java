package presentry.agent.event;

import java.time.Instant;
import presentry.policy.model.PresentitySphere;

/** Where the machine of a presentity learns in which sphere the presentity is (RFC 5025, section 3.1.2). */
@FunctionalInterface
public interface SphereSource {
    /**
     * The sphere at an instant, and until when it holds if nothing is published before.
     *
     * @param state what is known of the presentity; its publications as they are at that instant
     * @param now by the wall clock, as is the end of the answer
     */
    PresentitySphere sphere(EventState state, Instant now);
}
