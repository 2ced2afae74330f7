package presentry.launch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import presentry.agent.event.Composition;
import presentry.agent.event.EventState;
import presentry.agent.event.View;
import presentry.agent.event.presence.PresencePackage;
import presentry.agent.event.presence.PublishedSphere;
import presentry.agent.feed.LocalDocuments;
import presentry.agent.feed.StoredLists;
import presentry.agent.model.Body;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.Subscription;
import presentry.agent.model.Watcher;
import presentry.agent.model.WatcherEntry;
import presentry.agent.store.SoftStateStore.StoredPresentity;
import presentry.agent.store.SoftStateStore.StoredSubscription;
import presentry.agent.store.sql.AgentTables;
import presentry.agent.store.sql.SqlSoftStateReader;
import presentry.launch.config.Config;
import presentry.launch.policy.PresentityFacts;
import presentry.launch.policy.ServerFacts;
import presentry.policy.cache.PolicySource;
import presentry.policy.model.Permissions;
import presentry.policy.model.WatcherIdentity;
import presentry.storage.DatabaseView;
import presentry.uri.Aor;
import presentry.xcap.address.Owner;
import presentry.xcap.store.sql.SqlDocumentReader;
import presentry.xcap.store.sql.XcapTables;

/** What the data folder of a server tells of a presentity, whether the server runs or not. */
final class StoredFacts implements ServerFacts {
    /** Ids in documents for those who are shown nothing are not made here, so the server's secret is not needed. */
    private static final byte[] NO_SECRET = new byte[16];

    @Override
    public Optional<String> find(Question question, Consumer<PresentityFacts> use) {
        Config config = question.config();
        return switch (DatabaseView.open(config.data(), List.of(XcapTables.MIGRATIONS, AgentTables.MIGRATIONS))) {
            case DatabaseView.Opened.Refused refused -> Optional.of(refused.sentence());
            case DatabaseView.Opened.Ready ready -> {
                try (DatabaseView view = ready.view()) {
                    yield new Folder(view, question).tell(use);
                }
            }
        };
    }

    /** One question to one folder. */
    private static final class Folder {
        private final Config config;
        private final PartSettings settings;
        private final SqlDocumentReader documents;
        private final SqlSoftStateReader softState;
        private final Question question;

        Folder(DatabaseView view, Question question) {
            this.config = question.config();
            this.settings = new PartSettings(config);
            this.documents = new SqlDocumentReader(view.readers());
            this.softState = new SqlSoftStateReader(view.readers());
            this.question = question;
        }

        Optional<String> tell(Consumer<PresentityFacts> use) {
            Optional<StoredPresentity> stored = softState.load(question.presentity());
            Optional<Instant> watchesUntil = watchesUntil();
            boolean known = stored.isPresent()
                    || watchesUntil.isPresent()
                    || !documents.list(new Owner.User(question.presentity())).isEmpty();
            if (!known) {
                return Optional.of("nothing is stored of " + question.presentity() + " in " + config.data()
                        + ": no document, no subscription and no publication; is this how the server spells it?");
            }
            use.accept(facts(new State(stored.orElse(StoredPresentity.nothing(question.presentity()))), watchesUntil));
            return Optional.empty();
        }

        private PresentityFacts facts(State state, Optional<Instant> watchesUntil) {
            StoredLists lists = new StoredLists(documents, settings.xcapUris(), settings.xcapRoot());
            PolicySource.Loaded rules =
                    new LocalDocuments(documents, lists).load(question.presentity(), question.usage());
            return new PresentityFacts(
                    settings.policy(),
                    rules.documents(),
                    rules.lists(),
                    config.policy().standard(),
                    watchesUntil,
                    new PublishedSphere().sphere(state, question.at()),
                    state.publications(EventName.PRESENCE).isEmpty()
                            ? Optional.empty()
                            : Optional.of(permissions -> shown(state, permissions)));
        }

        /** Live subscriptions count, and the ones that expired a little ago as long as they linger. */
        private Optional<Instant> watchesUntil() {
            Duration linger = config.mutual().linger();
            return softState.load(question.watcher().aor().home()).stream()
                    .flatMap(watched -> watched.subscriptions().stream())
                    .map(StoredSubscription::subscription)
                    .filter(subscription -> subscription.key().event().equals(EventName.PRESENCE)
                            && subscription.status().live()
                            && subscription.watcher().is(question.presentity()))
                    .map(subscription -> subscription.expiresAt().plus(linger))
                    .filter(until -> until.isAfter(question.at()))
                    .max(Instant::compareTo);
        }

        private String shown(State state, Permissions permissions) {
            PresencePackage presence =
                    new PresencePackage(settings.subscriptions(), settings.publications(), NO_SECRET);
            View view = new View(
                    question.presentity(),
                    question.presentity().toString(),
                    new Watcher(WatcherIdentity.of(question.watcher())),
                    permissions,
                    presence.notifyTypes().getFirst(),
                    0,
                    View.Extent.FULL,
                    question.at());
            Composition composition = presence.compose(presence.read(state), permissions);
            Body shown = composition.isEmpty() ? presence.neutral(view) : presence.view(composition, view);
            return new String(shown.octets(), StandardCharsets.UTF_8);
        }

        /** What counts at the time in question. */
        private final class State implements EventState {
            private final StoredPresentity stored;

            State(StoredPresentity stored) {
                this.stored = stored;
            }

            @Override
            public Aor owner() {
                return stored.owner();
            }

            @Override
            public Collection<Publication> publications(EventName event) {
                return stored.publications().stream()
                        .filter(publication ->
                                publication.event().equals(event) && !publication.expiredAt(question.at()))
                        .toList();
            }

            @Override
            public Collection<WatcherEntry> watchers(EventName event) {
                return stored.subscriptions().stream()
                        .map(StoredSubscription::subscription)
                        .map(Subscription::entry)
                        .filter(watcher -> watcher.event().equals(event))
                        .toList();
            }
        }
    }
}
