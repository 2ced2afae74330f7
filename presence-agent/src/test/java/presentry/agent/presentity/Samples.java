package presentry.agent.presentity;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.DialogId;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.NotifyTerms;
import presentry.agent.model.Publication;
import presentry.agent.model.ReachedBy;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.WaitingWatcher;
import presentry.agent.model.Watcher;
import presentry.agent.model.WatcherStatus;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.Aor;
import presentry.uri.CanonicalUri;

/** Values for tests of tables, stores and mailboxes. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final ReachedBy REACHED = new ReachedBy("UDP", "127.0.0.1", 5065, "127.0.0.1", 5070);

    /** A few may wait, for three days. */
    public static final WaitingLimits WAITING = new WaitingLimits(3, Duration.ofDays(3), false);

    private Samples() {}

    public static Aor user(String name) {
        return Aor.parse("sip:" + name + "@example.com").orElseThrow();
    }

    public static Watcher watcher(String... uris) {
        return new Watcher(WatcherIdentity.of(Arrays.stream(uris)
                .map(uri -> CanonicalUri.parse(uri).orElseThrow())
                .toList()));
    }

    public static SubscriptionKey key(String dialog, EventName event) {
        return new SubscriptionKey(new DialogId("call-" + dialog, "local-" + dialog, "remote-" + dialog), event, "");
    }

    public static DialogAddress address(DialogId dialog, List<String> routes) {
        return new DialogAddress(
                dialog, "sip:alice@example.com", "sip:x@example.com", "sip:phone@127.0.0.1:5070", routes, REACHED);
    }

    /** An active subscription of that watcher, from noon to one o'clock. */
    public static Subscription subscription(String dialog, EventName event, String watcher) {
        SubscriptionKey key = key(dialog, event);
        return new Subscription(
                key,
                "w-" + dialog,
                watcher("sip:" + watcher + "@example.com"),
                address(key.dialog(), List.of()),
                "sip:alice@example.com",
                event.text(),
                TextPackage.TYPE,
                NotifyTerms.USUAL,
                NOON,
                NOON.plusSeconds(3600),
                WatcherStatus.ACTIVE,
                StatusEvent.SUBSCRIBE,
                1,
                128,
                128);
    }

    /** Somebody who asked at noon. */
    public static WaitingWatcher waiting(String id, String watcher, Instant giveUpAt) {
        return new WaitingWatcher(
                id, EventName.PRESENCE, watcher("sip:" + watcher + "@example.com"), NOON, giveUpAt, false);
    }

    public static Publication publication(String tag, String body, Instant expiresAt) {
        return new Publication(EventName.PRESENCE, new EntityTag(tag), TextPackage.TYPE, body, "", expiresAt, NOON);
    }
}
