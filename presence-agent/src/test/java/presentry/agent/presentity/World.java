package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import presentry.agent.authorize.MessageAuthorizer;
import presentry.agent.authorize.WatcherAuthorizer;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.event.winfo.WinfoPackage;
import presentry.agent.model.DialogId;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Moment;
import presentry.agent.model.Publication;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.WaitingWatcher;
import presentry.agent.model.Watcher;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.agent.presentity.Command.PublishedBody;
import presentry.agent.subscription.LiveSubscription;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.PolicyDefault;
import presentry.uri.Aor;

/**
 * A few users who watch each other, each with a machine and a disk. Every step checks what each may see, worked out a second time.
 */
final class World {
    static final List<String> NAMES = List.of("alice", "bob", "carol");

    /** A handling: allowed in the sphere {@code busy}, and in others left to the default. */
    static final String WHILE_BUSY = "allow while busy";

    private static final String NEUTRAL = "nothing of sip:alice@example.com";
    private static final PresentityLimits LIMITS =
            new PresentityLimits(20, 5, 3, 1 << 18, Duration.ZERO, new WaitingLimits(2, Duration.ofMinutes(30), false));

    /** One user: the machine's state, the rules, and what is on disk. */
    private static final class Home {
        final Aor owner;
        PresentityState state;
        Map<String, String> rules = new LinkedHashMap<>();
        CompiledPolicy policy = Rules.none();
        final Map<SubscriptionKey, Subscription> subscriptions = new LinkedHashMap<>();
        final Map<String, WaitingWatcher> waiting = new LinkedHashMap<>();
        final Map<EntityTag, Publication> publications = new LinkedHashMap<>();

        Home(String name) {
            owner = Samples.user(name);
            state = new PresentityState(owner, new WatchedUsers(), 0);
        }
    }

    private final PresentityMachine machine = new PresentityMachine(
            new EventPackages(List.of(
                    new TextPackage(),
                    new WinfoPackage(EventName.PRESENCE, TextPackage.LIFETIMES, EventPackage.Admission.OWNER_ONLY))),
            new WatcherAuthorizer(PolicyDefault.MUTUAL),
            new MessageAuthorizer(),
            TextPackage::sphere,
            LIMITS,
            PresentityOptions.DEFAULT);
    private final Map<Aor, Home> homes = new LinkedHashMap<>();
    private final List<SubscriptionKey> keys = new ArrayList<>();
    private final Map<SubscriptionKey, Home> homeOf = new HashMap<>();
    private final Map<SubscriptionKey, Watcher> watcherOf = new HashMap<>();
    private final Map<SubscriptionKey, Long> outstanding = new LinkedHashMap<>();
    /** Those whose last NOTIFY was their last word. */
    private final Set<SubscriptionKey> over = new HashSet<>();

    private final Map<SubscriptionKey, Optional<String>> lastShown = new HashMap<>();
    private final Map<SubscriptionKey, WatcherinfoReader> readers = new HashMap<>();
    private final Map<DialogId, Long> lastCSeq = new HashMap<>();
    private Instant now = Samples.NOON;
    private int fresh;

    World() {
        NAMES.forEach(name -> homes.put(Samples.user(name), new Home(name)));
    }

    void make(Move move) {
        switch (move) {
            case Move.Subscribe subscribe -> subscribe(subscribe);
            case Move.Join join -> pick(join.which()).ifPresent(key -> join(key, join.expires()));
            case Move.Refresh refresh -> pick(refresh.which()).ifPresent(key -> refresh(key, refresh.expires()));
            case Move.End end -> pick(end.which()).ifPresent(key -> end(key, end.end()));
            case Move.Publish publish -> publish(publish);
            case Move.Rule rule -> rule(rule);
            case Move.Pass pass -> {
                now = now.plus(pass.time());
                if (pass.waking()) {
                    wakeAll();
                }
            }
            case Move.Crash crash -> crash();
        }
    }

    /** All timers ring, all rules are known and all NOTIFYs arrive: then each watcher must have seen the newest state. */
    void settle() {
        wakeAll();
        homes.values().forEach(home -> tell(home, new Command.RulesChanged(() -> {})));
        while (!outstanding.isEmpty()) {
            List.copyOf(outstanding.keySet()).forEach(key -> end(key, NotifyEnd.DELIVERED));
        }
        for (Home home : homes.values()) {
            for (LiveSubscription live : home.state.subscriptions().of(EventName.PRESENCE)) {
                assertThat(lastShown.get(live.key()))
                        .isEqualTo(mayBeShown(home, state(home), live.stored().watcher()));
            }
            for (LiveSubscription live : home.state.subscriptions().of(EventName.PRESENCE_WINFO)) {
                assertThat(known(readers, live.key()).watchers()).isEqualTo(watchersOf(home));
            }
        }
    }

    private Home home(int user) {
        return known(homes, Samples.user(NAMES.get(user)));
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        return Optional.ofNullable(map.get(key)).orElseThrow();
    }

    private Optional<SubscriptionKey> pick(int which) {
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(which % keys.size()));
    }

    private void subscribe(Move.Subscribe asked) {
        fresh++;
        boolean own = asked.watcher() == asked.watched();
        SubscriptionKey key = Samples.key("" + fresh, own ? EventName.PRESENCE_WINFO : EventName.PRESENCE);
        Watcher watcher = Samples.watcher("sip:" + NAMES.get(asked.watcher()) + "@example.com");
        Home home = home(asked.watched());
        keys.add(key);
        homeOf.put(key, home);
        watcherOf.put(key, watcher);
        tell(
                home,
                new Command.Subscribe(
                        answer -> {},
                        key,
                        "w" + fresh,
                        watcher,
                        Samples.address(key.dialog(), List.of()),
                        "sip:alice@example.com",
                        key.event().text(),
                        TextPackage.TYPE,
                        SubscribeTerms.lasting(Optional.of(asked.expires())),
                        1));
    }

    private void join(SubscriptionKey first, Duration expires) {
        SubscriptionKey key = new SubscriptionKey(first.dialog(), first.event(), "" + fresh);
        keys.add(key);
        homeOf.put(key, known(homeOf, first));
        watcherOf.put(key, known(watcherOf, first));
        refresh(key, expires);
    }

    private void refresh(SubscriptionKey key, Duration expires) {
        fresh++;
        tell(
                known(homeOf, key),
                new Command.Resubscribe(
                        answer -> {},
                        key,
                        known(watcherOf, key),
                        new Command.Further("w" + fresh, key.event().text(), Optional.of(TextPackage.TYPE)),
                        "sip:phone@127.0.0.1:5070",
                        Samples.REACHED,
                        SubscribeTerms.lasting(Optional.of(expires)),
                        1000 + fresh));
    }

    private void end(SubscriptionKey key, NotifyEnd end) {
        Long cSeq = outstanding.remove(key);
        if (cSeq != null) {
            tell(known(homeOf, key), new Command.NotifyEnded(key, cSeq, end));
        }
    }

    private void publish(Move.Publish asked) {
        fresh++;
        Home home = home(asked.user());
        Optional<String> replaced = home.publications.values().stream()
                .filter(one -> !one.expiredAt(now))
                .map(one -> one.tag().value())
                .findFirst();
        Optional<PublishedBody> body = asked.expires().isZero()
                ? Optional.empty()
                : Optional.of(new PublishedBody(TextPackage.TYPE, asked.text()));
        tell(
                home,
                new Command.Publish(
                        answer -> {},
                        Samples.watcher(home.owner.toString()),
                        EventName.PRESENCE,
                        replaced,
                        Optional.of(asked.expires()),
                        body,
                        new EntityTag("tag" + fresh),
                        "request" + fresh));
    }

    private void rule(Move.Rule rule) {
        Home home = home(rule.user());
        String watcher = NAMES.get(rule.watcher());
        if (rule.handling().isEmpty()) {
            home.rules.remove(watcher);
        } else {
            home.rules.put(watcher, rule.handling());
        }
        home.policy = Rules.of(home.rules.entrySet().stream()
                .map(one -> one.getValue().equals(WHILE_BUSY)
                        ? Rules.allowInSphere(one.getKey(), "busy")
                        : Rules.rule(one.getValue(), one.getKey()))
                .toArray(String[]::new));
        if (rule.announced()) {
            tell(home, new Command.RulesChanged(() -> {}));
        }
    }

    private void wakeAll() {
        homes.values().forEach(home -> tell(home, new Command.WakeUp(home.state.wakeGeneration())));
    }

    private void crash() {
        outstanding.clear();
        for (Home home : homes.values()) {
            home.state = fromDisk(home);
        }
        homes.values().forEach(home -> tell(home, new Command.Resume(Set.of())));
    }

    private PresentityState fromDisk(Home home) {
        PresentityState state = new PresentityState(home.owner, new WatchedUsers(), 0);
        home.subscriptions.values().forEach(stored -> state.load(stored, LiveSubscription.UNKNOWN));
        home.waiting.values().forEach(state::load);
        home.publications.values().forEach(state::load);
        for (Home other : homes.values()) {
            for (Subscription stored : other.subscriptions.values()) {
                if (stored.key().event().equals(EventName.PRESENCE)
                        && stored.watcher().is(home.owner)) {
                    state.watched().found(other.owner, stored.expiresAt(), now);
                }
            }
        }
        return state;
    }

    private void tell(Home home, Command command) {
        String before = state(home);
        List<Effect> effects = machine.on(home.state, command, home.policy, Moment.of(now));
        whatIsWrittenComesFirst(effects);
        requestsAreAnsweredOnce(command, effects);
        List<Effect.Tell> tells = new ArrayList<>();
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Persist(Change change) -> write(home, change);
                case Effect.Notify(Notification notification) -> sent(home, before, notification);
                case Effect.Tell told -> tells.add(told);
                case Effect.Reply answered -> {}
                case Effect.WakeAt wanted -> {}
                case Effect.Done done -> {}
                case Effect.TooLarge tooLarge -> {}
            }
        }
        theDiskKnowsWhatMemoryKnows(home);
        aStateReadFromDiskDecidesTheSame(home);
        tells.forEach(told -> tell(known(homes, told.user()), told.watching()));
    }

    private static void write(Home home, Change change) {
        switch (change) {
            case Change.PutSubscription put ->
                home.subscriptions.put(put.subscription().key(), put.subscription());
            case Change.DropSubscription drop -> home.subscriptions.remove(drop.key());
            case Change.PutWaiting put -> home.waiting.put(put.watcher().id(), put.watcher());
            case Change.DropWaiting drop -> home.waiting.remove(drop.id());
            case Change.PutPublication put ->
                home.publications.put(put.publication().tag(), put.publication());
            case Change.DropPublication drop -> home.publications.remove(drop.tag());
        }
    }

    /** @param before what was published when the step began: by that it ends what is over, before it does what it was told */
    private void sent(Home home, String before, Notification notification) {
        SubscriptionKey key = notification.key();
        assertThat(outstanding.containsKey(key) && !over.contains(key))
                .as("two NOTIFYs of one subscription under way: %s", key)
                .isFalse();
        if (over.remove(key)) { // another one may begin under a key before the last word of the one before is answered
            readers.remove(key);
        }
        Optional.of(key).filter(it -> !notification.status().live()).ifPresent(over::add);
        assertThat(notification.cSeq()).isGreaterThan(lastCSeq.getOrDefault(key.dialog(), 0L));
        lastCSeq.put(key.dialog(), notification.cSeq());
        outstanding.put(key, notification.cSeq());
        Optional<String> shown = notification.body().map(body -> new String(body.octets(), StandardCharsets.UTF_8));
        lastShown.put(key, shown);
        if (key.event().equals(EventName.PRESENCE_WINFO)) {
            shown.ifPresent(readers.computeIfAbsent(key, unused -> new WatcherinfoReader())::read);
        }
        if (key.event().equals(EventName.PRESENCE) && shown.isPresent()) {
            Watcher watcher = known(watcherOf, key);
            assertThat(shown).isIn(mayBeShown(home, state(home), watcher), mayBeShown(home, before, watcher));
        }
    }

    private static void whatIsWrittenComesFirst(List<Effect> effects) {
        boolean other = false;
        for (Effect effect : effects) {
            assertThat(other && effect instanceof Effect.Persist).isFalse();
            other |= !(effect instanceof Effect.Persist);
        }
    }

    private static void requestsAreAnsweredOnce(Command command, List<Effect> effects) {
        assertThat(effects)
                .filteredOn(Effect.Reply.class::isInstance)
                .hasSize(command instanceof Command.Request ? 1 : 0);
    }

    private static void theDiskKnowsWhatMemoryKnows(Home home) {
        Set<Subscription> live = new HashSet<>();
        for (LiveSubscription one : home.state.subscriptions().all()) {
            if (one.live()) {
                live.add(one.stored());
            }
        }
        assertThat(Set.copyOf(home.subscriptions.values())).isEqualTo(live);
        assertThat(Set.copyOf(home.waiting.values())).isEqualTo(Set.copyOf(home.state.waiting.all()));
    }

    private void aStateReadFromDiskDecidesTheSame(Home home) {
        PresentityState again = fromDisk(home);
        machine.on(again, new Command.Resume(Set.of()), home.policy, Moment.of(now));
        for (LiveSubscription live : again.subscriptions().all()) {
            LiveSubscription known = home.state.subscriptions().find(live.key()).orElseThrow();
            assertThat(live.stored().status()).isEqualTo(known.stored().status());
            assertThat(live.access().sameFor(known.access())).isTrue();
        }
        assertThat(again.waiting.all()).containsExactlyInAnyOrderElementsOf(home.state.waiting.all());
    }

    /** What a watcher may be shown of what is published: nothing, the neutral document, or all there is. */
    private Optional<String> mayBeShown(Home home, String published, Watcher watcher) {
        String name = NAMES.stream()
                .filter(one -> watcher.is(Samples.user(one)))
                .findFirst()
                .orElseThrow();
        String byDefault = watches(home, name) ? "allow" : "confirm";
        String stated = home.rules.getOrDefault(name, byDefault);
        String handling = stated.equals(WHILE_BUSY) ? (published.equals("busy") ? "allow" : byDefault) : stated;
        return switch (handling) {
            case "allow" -> Optional.of(published);
            case "polite-block" -> Optional.of(NEUTRAL);
            default -> Optional.empty();
        };
    }

    /** What a full document would say now of those who watch this user. */
    private static Map<String, String> watchersOf(Home home) {
        Map<String, String> all = new HashMap<>();
        for (LiveSubscription live : home.state.subscriptions().of(EventName.PRESENCE)) {
            all.put(
                    live.stored().winfoId(),
                    WatcherinfoReader.line(live.stored().entry()));
        }
        home.state.waiting.all().forEach(one -> all.put(one.id(), WatcherinfoReader.line(one.entry())));
        return all;
    }

    private boolean watches(Home home, String name) {
        return known(homes, Samples.user(name)).subscriptions.values().stream()
                .anyMatch(stored -> stored.key().event().equals(EventName.PRESENCE)
                        && stored.watcher().is(home.owner)
                        && !stored.expiredAt(now));
    }

    private String state(Home home) {
        List<String> texts = home.state.publications.of(EventName.PRESENCE, now).stream()
                .map(Publication::body)
                .toList();
        return texts.isEmpty() ? NEUTRAL : String.join("+", texts);
    }
}
