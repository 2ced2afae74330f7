package presentry.agent.presentity;

import java.util.Optional;
import presentry.agent.model.Body;
import presentry.agent.model.EntityTag;
import presentry.agent.subscription.LiveSubscription;

/**
 * What one NOTIFY shows.
 *
 * @param body absent where the watcher may see nothing, or has it already
 * @param tag of the state that the watcher has then (RFC 5839, section 6.1). It is made of what he is shown and of nothing else, so
 *     it is the same after a restart, and tells nothing that the body does not tell
 * @param fingerprint of the body that he has then
 */
record Shown(Optional<Body> body, EntityTag tag, long fingerprint) {
    /** A watcher who may see nothing; not even that there is something. */
    static final Shown NOTHING = new Shown(Optional.empty(), new EntityTag("nothing"), LiveSubscription.NO_BODY);

    /** A document that is its own state. */
    static Shown of(Body body) {
        return new Shown(Optional.of(body), body.tag(), body.fingerprint());
    }

    /** A document that only tells of a part of a state. */
    static Shown of(Body body, EntityTag wholeState) {
        return new Shown(Optional.of(body), wholeState, body.fingerprint());
    }

    /** The same to somebody who has it already (RFC 5839, section 6.2). */
    Shown withoutBody() {
        return new Shown(Optional.empty(), tag, fingerprint);
    }
}
