package presentry.agent.event.presence;

import presentry.agent.event.View;
import presentry.agent.model.Watcher;
import presentry.policy.model.Permissions;
import presentry.policy.model.WatcherIdentity;
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
        WatcherIdentity identity =
                WatcherIdentity.of(CanonicalUri.parse(watcher).orElseThrow());
        return new View(owner, entity, new Watcher(identity), permissions, 0);
    }
}
