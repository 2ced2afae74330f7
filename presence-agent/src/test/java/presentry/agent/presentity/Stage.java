package presentry.agent.presentity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import presentry.agent.authorize.MessageAuthorizer;
import presentry.agent.authorize.WatcherAuthorizer;
import presentry.agent.event.EventPackages;
import presentry.agent.model.Body;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.DialogId;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Moment;
import presentry.agent.model.Rates;
import presentry.agent.model.ReachedBy;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.Watcher;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.agent.presentity.Command.PublishedBody;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.PolicyDefault;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.Aor;
import presentry.uri.CanonicalUri;

/** Alice's machine with time and rules in the hand of a test; it remembers what the last command led to. */
final class Stage {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration HOUR = Duration.ofHours(1);
    static final Aor ALICE = user("alice");
    static final PresentityLimits LIMITS = new PresentityLimits(6, 3, 3, 1 << 18, Duration.ZERO, Samples.WAITING);

    private static final ReachedBy REACHED = new ReachedBy("UDP", "127.0.0.1", 5065, "127.0.0.1", 5070);
    private static final Requester NOBODY = answer -> {};
    static final Command.Further FURTHER = new Command.Further("further", "presence", Optional.of(TextPackage.TYPE));

    /** A watcher's end of a subscription. */
    static final class Seat {
        final SubscriptionKey key;
        final Watcher watcher;
        private long cSeq = 1;

        private Seat(SubscriptionKey key, Watcher watcher) {
            this.key = key;
            this.watcher = watcher;
        }
    }

    private final PresentityMachine machine;
    PresentityState state = new PresentityState(ALICE, new WatchedUsers(), 0);
    Instant now = NOON;
    Duration wallAhead = Duration.ZERO;
    CompiledPolicy policy = Rules.none();
    List<Effect> effects = List.of();
    private int fresh;

    Stage(PolicyDefault whereSilent, PresentityLimits limits) {
        this(whereSilent, limits, PresentityOptions.DEFAULT);
    }

    Stage(PolicyDefault whereSilent, PresentityLimits limits, PresentityOptions options) {
        machine = new PresentityMachine(
                new EventPackages(List.of(new TextPackage(), new WatchersPackage())),
                new WatcherAuthorizer(whereSilent),
                new MessageAuthorizer(),
                TextPackage::sphere,
                limits,
                options);
    }

    Stage(PolicyDefault whereSilent) {
        this(whereSilent, LIMITS);
    }

    /** Everybody is allowed everything as far as no rule speaks. */
    static Stage open() {
        return new Stage(PolicyDefault.ALLOW);
    }

    static Stage open(PresentityOptions options) {
        return new Stage(PolicyDefault.ALLOW, LIMITS, options);
    }

    static PresentityOptions patient(Patience patience) {
        return options(patience, Set.of(), Duration.ZERO, Duration.ZERO);
    }

    static PresentityOptions options(Patience patience, Set<Aor> publishers, Duration lastSeen, Duration giveUpAfter) {
        return new PresentityOptions(patience, Map.of(), publishers, lastSeen, giveUpAfter);
    }

    static Aor user(String name) {
        return Aor.parse("sip:" + name + "@example.com").orElseThrow();
    }

    static Watcher watcher(String... uris) {
        return new Watcher(WatcherIdentity.of(Arrays.stream(uris)
                .map(uri -> CanonicalUri.parse(uri).orElseThrow())
                .toList()));
    }

    Stage rules(String... rules) {
        policy = Rules.of(rules);
        return this;
    }

    List<Effect> tell(Command command) {
        effects = machine.on(state, command, policy, new Moment(now, wallAhead));
        return effects;
    }

    void rulesChanged(String... rules) {
        rules(rules);
        tell(new Command.RulesChanged(() -> {}));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Time passes, and the timer that was asked for rings if its time has come. */
    void passAndWake(Duration time) {
        pass(time);
        tell(new Command.WakeUp(state.wakeGeneration()));
    }

    Seat subscribe(String name) {
        return subscribe(name, EventName.PRESENCE, Optional.of(HOUR));
    }

    Seat watchWatchers() {
        return subscribe("alice", EventName.PRESENCE_WINFO, Optional.of(HOUR));
    }

    Seat subscribe(String name, EventName event, Optional<Duration> expires) {
        return subscribe(watcher("sip:" + name + "@example.com"), event, expires);
    }

    Seat subscribe(Watcher watcher, EventName event, Optional<Duration> expires) {
        return subscribe(watcher, event, SubscribeTerms.lasting(expires));
    }

    Seat subscribe(String name, SubscribeTerms terms) {
        return subscribe(watcher("sip:" + name + "@example.com"), EventName.PRESENCE, terms);
    }

    Seat subscribe(Watcher watcher, EventName event, SubscribeTerms terms) {
        fresh++;
        DialogId id = new DialogId("call-" + fresh, "local-" + fresh, "remote-" + fresh);
        Seat seat = new Seat(new SubscriptionKey(id, event, ""), watcher);
        DialogAddress dialog = new DialogAddress(
                id, "sip:alice@example.com", watcher.displayUri(), "sip:phone@127.0.0.1:5070", List.of(), REACHED);
        tell(new Command.Subscribe(
                NOBODY,
                seat.key,
                "w" + fresh,
                watcher,
                dialog,
                "sip:alice@example.com",
                event.text(),
                TextPackage.TYPE,
                terms,
                seat.cSeq));
        return seat;
    }

    /** Begins another subscription in the dialog of a first one. */
    Seat join(Seat first, EventName event, String id) {
        Seat seat = new Seat(new SubscriptionKey(first.key.dialog(), event, id), first.watcher);
        first.cSeq++;
        seat.cSeq = first.cSeq;
        resubscribe(seat, seat.watcher, HOUR, seat.cSeq);
        return seat;
    }

    /** One in the dialog of a first one of which nobody was told yet. */
    Seat seat(Seat first, String id) {
        return new Seat(new SubscriptionKey(first.key.dialog(), EventName.PRESENCE, id), first.watcher);
    }

    /** Subscribes, and the first NOTIFY arrives. */
    Seat seated(String name) {
        Seat seat = subscribe(name);
        delivered(seat);
        return seat;
    }

    void refresh(Seat seat, Duration expires) {
        refresh(seat, SubscribeTerms.lasting(Optional.of(expires)));
    }

    void refresh(Seat seat, SubscribeTerms terms) {
        seat.cSeq++;
        resubscribe(seat, seat.watcher, terms, seat.cSeq);
    }

    void resubscribe(Seat seat, Watcher watcher, Duration expires, long cSeq) {
        resubscribe(seat, watcher, SubscribeTerms.lasting(Optional.of(expires)), cSeq);
    }

    private void resubscribe(Seat seat, Watcher watcher, SubscribeTerms terms, long cSeq) {
        tell(new Command.Resubscribe(
                NOBODY, seat.key, watcher, FURTHER, "sip:newer@127.0.0.1:5071", REACHED, terms, cSeq));
    }

    void unsubscribe(Seat seat) {
        refresh(seat, Duration.ZERO);
    }

    void delivered(Seat seat) {
        ended(seat, NotifyEnd.DELIVERED);
    }

    /** The answer asks for other rates (RFC 6446, section 9.3). */
    void delivered(Seat seat, Rates wanted) {
        tell(new Command.NotifyEnded(seat.key, underWay(seat), NotifyEnd.DELIVERED, Optional.of(wanted)));
    }

    void ended(Seat seat, NotifyEnd end) {
        tell(new Command.NotifyEnded(seat.key, underWay(seat), end));
    }

    private long underWay(Seat seat) {
        return state.subscriptions()
                .find(seat.key)
                .map(live -> live.outstandingCSeq())
                .orElse(0L);
    }

    EntityTag publish(String text) {
        return publish(Optional.empty(), Optional.of(HOUR), Optional.of(new PublishedBody(TextPackage.TYPE, text)));
    }

    EntityTag publish(Optional<String> ifMatch, Optional<Duration> expires, Optional<PublishedBody> body) {
        return publish(watcher("sip:alice@example.com"), ifMatch, expires, body);
    }

    EntityTag publish(
            Watcher publisher, Optional<String> ifMatch, Optional<Duration> expires, Optional<PublishedBody> body) {
        return publish(publisher, ifMatch, expires, body, Optional.empty());
    }

    /** Publishes by a request that may be one that was sent before. */
    EntityTag publish(
            Watcher publisher,
            Optional<String> ifMatch,
            Optional<Duration> expires,
            Optional<PublishedBody> body,
            Optional<String> repeated) {
        fresh++;
        EntityTag tag = new EntityTag("tag" + fresh);
        String origin = repeated.orElse("request" + fresh);
        tell(new Command.Publish(NOBODY, publisher, EventName.PRESENCE, ifMatch, expires, body, tag, origin));
        return tag;
    }

    void watching(String name, Instant until, long sequence) {
        tell(new Command.Watching(user(name), until, sequence));
    }

    void resume() {
        tell(new Command.Resume(Set.of()));
    }

    /** The answer to the last command. */
    Answer answer() {
        return only(Effect.Reply.class).answer();
    }

    /** What the last command sent. */
    List<Notification> notifications() {
        return all(Effect.Notify.class).stream()
                .map(Effect.Notify::notification)
                .toList();
    }

    /** What the last command sent to this watcher; it must be one. */
    Notification notification(Seat seat) {
        List<Notification> sent = notifications().stream()
                .filter(one -> one.key().equals(seat.key))
                .toList();
        if (sent.size() != 1) {
            throw new AssertionError("not one NOTIFY but " + sent);
        }
        return sent.getFirst();
    }

    /** The text that the last command showed this watcher; empty for a NOTIFY without a body. */
    Optional<String> shown(Seat seat) {
        return notification(seat).body().map(Stage::text);
    }

    static String text(Body body) {
        return new String(body.octets(), StandardCharsets.UTF_8);
    }

    List<Change> changes() {
        return all(Effect.Persist.class).stream().map(Effect.Persist::change).toList();
    }

    List<Effect.Tell> tells() {
        return all(Effect.Tell.class);
    }

    <E extends Effect> List<E> all(Class<E> kind) {
        List<E> those = new ArrayList<>();
        for (Effect effect : effects) {
            if (kind.isInstance(effect)) {
                those.add(kind.cast(effect));
            }
        }
        return those;
    }

    private <E extends Effect> E only(Class<E> kind) {
        List<E> those = all(kind);
        if (those.size() != 1) {
            throw new AssertionError("not one " + kind.getSimpleName() + " but " + those);
        }
        return those.getFirst();
    }
}
