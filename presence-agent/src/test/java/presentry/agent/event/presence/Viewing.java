package presentry.agent.event.presence;

import java.time.Instant;
import presentry.agent.event.View;
import presentry.agent.model.Watcher;
import presentry.policy.model.Permissions;
import presentry.policy.model.WatcherIdentity;
import presentry.schemas.MediaTypes;
import presentry.uri.Aor;
import presentry.uri.CanonicalUri;

/** For whom documents are made in tests. */
final class Viewing {
    private Viewing() {}

    /** Bob, who watches Alice. */
    static View byBob(Permissions permissions) {
        return by("sip:bob@example.com", Published.ALICE, "sip:alice@example.com", permissions);
    }

    static View by(String watcher, Aor owner) {
        return by(watcher, owner, owner.toString(), Permissions.NONE);
    }

    static View by(String watcher, Aor owner, String entity, Permissions permissions) {
        return in(MediaTypes.PIDF_XML, watcher, owner, entity, permissions);
    }

    /** Bob, who watches Alice in this format. */
    static View byBob(Permissions permissions, PresenceFormat format) {
        return in(format.mediaType(), "sip:bob@example.com", Published.ALICE, "sip:alice@example.com", permissions);
    }

    private static View in(String bodyType, String watcher, Aor owner, String entity, Permissions permissions) {
        WatcherIdentity identity =
                WatcherIdentity.of(CanonicalUri.parse(watcher).orElseThrow());
        return new View(
                owner, entity, new Watcher(identity), permissions, bodyType, 0, View.Extent.FULL, Instant.EPOCH);
    }
}
