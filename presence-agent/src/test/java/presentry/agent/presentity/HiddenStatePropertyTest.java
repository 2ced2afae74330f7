package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import presentry.agent.authorize.MessageAuthorizer;
import presentry.agent.authorize.WatcherAuthorizer;
import presentry.agent.event.EventPackages;
import presentry.agent.event.presence.PresencePackage;
import presentry.agent.event.presence.PublishedSphere;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.DialogId;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Moment;
import presentry.agent.model.ReachedBy;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.agent.presentity.Command.PublishedBody;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.PolicyDefault;
import presentry.schemas.MediaTypes;

/**
 * RFC 5025, section 3.3: what a watcher may not see changes nothing in what he is sent. Two presentities live through the same, but
 * for what the rules hide: hidden parts of publications differ, and one of the two has hidden devices besides. The watcher is
 * sent the same NOTIFYs, octet by octet, with the same entity-tags (RFC 5839).
 */
class HiddenStatePropertyTest {
    private static final CompiledPolicy RULES = Rules.of("""
        <rule id="r"><conditions><identity><one id="sip:bob@example.com"/></identity></conditions>
        <actions><pr:sub-handling>allow</pr:sub-handling></actions><transformations>
        <pr:provide-services><pr:class>public</pr:class></pr:provide-services>
        <pr:provide-note>true</pr:provide-note></transformations></rule>\
        """);

    /** The devices from this one on publish nothing but what is hidden, and one of the two presentities lacks them. */
    private static final int FIRST_HIDDEN = 3;

    /**
     * What happens next.
     *
     * @param device that publishes
     * @param visible what is visible of it; what stands at {@code HIDDEN} in it is not
     * @param hidden what is not visible of it, in the one presentity and in the other
     * @param removed whether the publication is removed, if there is one
     * @param delivered whether the NOTIFY under way arrives afterwards
     */
    record Move(int device, List<String> visible, List<List<String>> hidden, boolean removed, boolean delivered) {
        boolean isHidden() {
            return device >= FIRST_HIDDEN;
        }

        /** Hidden parts stand before, between and after the visible ones. */
        String document(int presentity) {
            List<String> parts = new ArrayList<>(hidden.get(presentity));
            if (!isHidden()) {
                for (int i = 0; i < visible.size(); i++) {
                    parts.add(
                            Math.min(parts.size(), 2 * i),
                            visible.get(i)
                                    .replace(">HIDDEN<", hidden.get(presentity).isEmpty() ? "><" : ">\n<x:s/> <")
                                    .replace("HIDDEN", hidden.get(presentity).isEmpty() ? "" : "<x:s/>"));
                }
            }
            return "<presence xmlns='urn:ietf:params:xml:ns:pidf' xmlns:dm='urn:ietf:params:xml:ns:pidf:data-model'"
                    + " xmlns:r='urn:ietf:params:xml:ns:pidf:rpid' xmlns:x='urn:x'"
                    + (hidden.get(presentity).isEmpty() ? "" : " xmlns:y='urn:secret' x:a='b'")
                    + ">" + String.join("", parts) + "</presence>";
        }
    }

    @Property(tries = 300)
    void whatIsHiddenChangesNothingInWhatTheWatcherIsSent(@ForAll("moves") @Size(min = 1, max = 25) List<Move> moves) {
        Alice one = new Alice();
        Alice other = new Alice();
        for (Move move : moves) {
            one.make(move, 0);
            if (!move.isHidden()) {
                other.make(move, 1);
            } else {
                other.passes(move);
            }
        }

        assertThat(one.sent).isEqualTo(other.sent);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<List<String>> hidden = Arbitraries.of(
                        "<tuple id='t1'><status><basic>open</basic></status><r:class>secret</r:class></tuple>",
                        "<tuple id='t2'><status><basic>closed</basic></status></tuple>",
                        "<dm:person id='t1'><r:activities><r:away/></r:activities></dm:person>",
                        "<dm:device id='d'><dm:deviceID>urn:x:d</dm:deviceID></dm:device>",
                        "<x:extension>y:z</x:extension>",
                        "\n  ")
                .list()
                .ofMaxSize(3);
        Arbitrary<List<String>> visible = Arbitraries.of(
                        "<tuple"
                            + " id='t1'><status><basic>openHIDDEN</basic>HIDDEN</status><r:class>public</r:class>HIDDEN</tuple>",
                        "<tuple id='t1'>HIDDEN<status><basic>closed</basic></status><r:class>public</r:class></tuple>",
                        "<tuple id='t2'><status/><r:class>public</r:class><note>nHIDDEN</note></tuple>",
                        "<note xml:lang='de'>gleich</note>",
                        "<note>gleich</note>")
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        visible,
                        hidden.list().ofSize(2),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(true, true, false))
                .as(Move::new)
                .list();
    }

    /** A presentity whom Bob watches. */
    private static final class Alice {
        private final PresentityMachine machine = new PresentityMachine(
                new EventPackages(List.of(new PresencePackage(
                        TextPackage.LIFETIMES,
                        TextPackage.LIFETIMES,
                        "0123456789abcdef".getBytes(StandardCharsets.US_ASCII)))),
                new WatcherAuthorizer(PolicyDefault.CONFIRM),
                new MessageAuthorizer(),
                new PublishedSphere(),
                new PresentityLimits(6, 3, 10, 1 << 18, Duration.ZERO, Samples.WAITING),
                PresentityOptions.DEFAULT);
        private final PresentityState state = new PresentityState(Stage.ALICE, new WatchedUsers(), 0);
        private final Map<Integer, EntityTag> tags = new HashMap<>();
        private final List<String> sent = new ArrayList<>();
        private final DialogId dialog = new DialogId("call", "local", "remote");
        private final SubscriptionKey key = new SubscriptionKey(dialog, EventName.PRESENCE, "");
        private Instant now = Stage.NOON;
        private int fresh;
        private long underWay;

        Alice() {
            tell(new Command.Subscribe(
                    answer -> {},
                    key,
                    "w1",
                    Stage.watcher("sip:bob@example.com"),
                    new DialogAddress(
                            dialog,
                            "sip:alice@example.com",
                            "sip:bob@example.com",
                            "sip:phone@127.0.0.1:5070",
                            List.of(),
                            new ReachedBy("UDP", "127.0.0.1", 5065, "127.0.0.1", 5070)),
                    "sip:alice@example.com",
                    "presence",
                    MediaTypes.PIDF_XML,
                    SubscribeTerms.lasting(Optional.of(Duration.ofHours(1))),
                    1));
        }

        void make(Move move, int presentity) {
            Optional<EntityTag> older = Optional.ofNullable(tags.get(move.device()));
            if (!move.removed() || older.isPresent()) {
                publish(move, older, presentity);
            }
            passes(move);
        }

        private void publish(Move move, Optional<EntityTag> older, int presentity) {
            fresh++;
            EntityTag tag = new EntityTag("tag" + fresh);
            tell(new Command.Publish(
                    answer -> {},
                    Stage.watcher("sip:alice@example.com"),
                    EventName.PRESENCE,
                    older.map(EntityTag::value),
                    Optional.of(move.removed() ? Duration.ZERO : Duration.ofHours(1)),
                    move.removed()
                            ? Optional.empty()
                            : Optional.of(new PublishedBody(MediaTypes.PIDF_XML, move.document(presentity))),
                    tag,
                    "request" + fresh));
            if (move.removed()) {
                tags.remove(move.device());
            } else {
                tags.put(move.device(), tag);
            }
        }

        /** A second passes. */
        void passes(Move move) {
            now = now.plusSeconds(1);
            if (move.delivered()) {
                tell(new Command.NotifyEnded(key, underWay, NotifyEnd.DELIVERED));
            }
        }

        private void tell(Command command) {
            for (Effect effect : machine.on(state, command, RULES, new Moment(now, Duration.ZERO))) {
                if (effect instanceof Effect.Notify(Notification notification)) {
                    underWay = notification.cSeq();
                    sent.add(now + " " + notification.cSeq() + " " + notification.status() + " "
                            + notification.tag().value() + " "
                            + notification.body().map(Stage::text).orElse(""));
                }
                if (effect instanceof Effect.Reply(var requester, Answer.Refused refused)) {
                    throw new AssertionError(refused);
                }
            }
        }
    }
}
