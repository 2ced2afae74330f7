package presentry.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.DialogId;
import presentry.agent.model.EventName;
import presentry.agent.model.Rates;
import presentry.agent.model.ReachedBy;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.SuppressIfMatch;
import presentry.agent.presentity.Command;
import presentry.agent.shard.DialogTag;
import presentry.sip.message.SipRequest;
import presentry.uri.Aor;

/** SUBSCRIBE: RFC 6665, section 4.2.1; RFC 3261, sections 8.2 and 12. */
class SubscribeEndpointTest {
    private static final Aor ALICE = Aor.of("sip", "alice", "example.com", 0);

    private final Edge edge = new Edge();

    @Test
    void aSubscribeIsToldToTheMailboxOfItsRequestUri() {
        edge.receives(Requests.subscribe().to("<sip:carol@example.com>"));

        assertThat(edge.told).containsExactly(ALICE);
    }

    /** ARCHITECTURE of the product: `sips:` and the default port are the same home. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sips:alice@example.com", "sip:alice@EXAMPLE.com:5060", "sip:%61lice@example.com;transport=tcp"})
    void everySpellingOfAUserLeadsToOneMailbox(String requestUri) {
        edge.receives(Requests.subscribe().requestUri(requestUri));

        assertThat(edge.told).containsExactly(ALICE);
    }

    /** Each NOTIFY would fail: better to say so at once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sips:bob@192.0.2.7>",
                "<sip:bob@192.0.2.7:0>",
                "<sip:bob@192.0.2.7;transport=tls>",
                "<sip:bob@192.0.2.7;transport=sctp>"
            })
    void aContactThatNothingCanBeSentToIsRefused(String contact) {
        edge.receives(from(contact));

        assertThat(edge.response().status()).isEqualTo(400);
        assertThat(edge.response().headers().first("Warning").orElse(""))
                .contains("Nothing can be sent to your Contact");
    }

    /** Behind a proxy that stays in between the phone may speak what it likes. */
    @Test
    void withARecordRouteTheContactIsTheProxysAffair() {
        edge.receives(from("<sips:bob@192.0.2.7>").header("Record-Route", "<sip:p1.example.com;lr>"));

        assertThat(edge.commands).hasSize(1);
    }

    private static SipRequest.Builder from(String contact) {
        return Requests.outsideOfDialogs("SUBSCRIBE", Requests.ALICE)
                .header("Contact", contact)
                .header("Event", "presence");
    }

    /** RFC 3261, section 8.2.2.2: a proxy forked, and both copies are here. */
    @Test
    void theSameSubscribeByAnotherPathIsALoop() {
        edge.receives(Requests.subscribe()).receives(byAnotherPath());

        assertThat(edge.commands).hasSize(1);
        assertThat(edge.response().status()).isEqualTo(482);
    }

    @Test
    void aSubscribeOfTheSameClientWithTheNextCSeqIsAnotherOne() {
        edge.receives(Requests.subscribe()).receives(byAnotherPath().cseq(8));

        assertThat(edge.commands).hasSize(2);
    }

    /** The first one is over by then, so nothing is left to be merged with. */
    @Test
    void theSameSubscribeMuchLaterIsAnotherOne() {
        edge.receives(Requests.subscribe());
        edge.now = edge.now.plusSeconds(33);

        edge.receives(byAnotherPath());

        assertThat(edge.commands).hasSize(2);
    }

    private static SipRequest.Builder byAnotherPath() {
        return SipRequest.builder("SUBSCRIBE", Requests.ALICE)
                .header("Via", "SIP/2.0/UDP 192.0.2.8:5060;branch=z9hG4bKother")
                .from("\"Bob\" <sip:bob@example.com>;tag=b0b")
                .to("sip:alice@example.com")
                .callId("call-1")
                .cseq(7)
                .header("Contact", "<sip:bob-0x5563c8dd6b00@192.0.2.7:5070>")
                .header("Event", "presence");
    }

    /** RFC 3261, section 12.1.1. */
    @Test
    void theDialogIsReadFromTheSubscribe() {
        edge.receives(Requests.subscribe()
                .to("sip:alice@example.com")
                .header("Record-Route", "<sip:p1.example.com;lr>, <sip:p2.example.com;lr>;x=1"));

        DialogAddress dialog = subscribe().dialog();
        assertThat(dialog)
                .isEqualTo(new DialogAddress(
                        new DialogId("call-1", dialog.id().localTag(), "b0b"),
                        "sip:alice@example.com",
                        "sip:bob@example.com",
                        "sip:bob-0x5563c8dd6b00@192.0.2.7:5070",
                        List.of("<sip:p1.example.com;lr>", "<sip:p2.example.com;lr>;x=1"),
                        new ReachedBy("UDP", "127.0.0.1", 5065, "127.0.0.1", 5070)));
    }

    @Test
    void theLocalTagCarriesTheShardOfThePresentity() {
        edge.receives(Requests.subscribe());

        assertThat(DialogTag.shardOf(subscribe().dialog().id().localTag())).contains(ALICE.shard());
    }

    /** RFC 3261, section 12.1.1: clients of RFC 2543 have no From tag. */
    @Test
    void aMissingFromTagCountsAsAnEmptyOne() {
        edge.receives(Requests.subscribe().from("sip:bob@example.com"));

        assertThat(subscribe().dialog().id().remoteTag()).isEmpty();
    }

    @Test
    void namesAreFreshForEachSubscription() {
        edge.receives(Requests.subscribe()).receives(Requests.subscribe());

        assertThat(edge.commands)
                .extracting(command -> ((Command.Subscribe) command).winfoId())
                .doesNotHaveDuplicates();
    }

    @Test
    void theEntityIsTheRequestUriAsSpelledWithoutItsParameters() {
        edge.receives(Requests.subscribe().requestUri("SIP:alice@Example.COM:5060;transport=tcp?Subject=a%40b"));

        assertThat(subscribe().entity()).isEqualTo("SIP:alice@Example.COM:5060");
    }

    /** RFC 6665, section 8.2.1; some clients write the name with a capital. */
    @Test
    void theEventKeepsItsSpellingAndItsId() {
        edge.receives(Requests.subscribe().replaceHeader("Event", "Presence;id=7;x=y"));

        assertThat(subscribe().eventSpelling()).isEqualTo("Presence");
        assertThat(subscribe().key())
                .isEqualTo(new SubscriptionKey(subscribe().dialog().id(), EventName.PRESENCE, "7"));
    }

    /** RFC 6665, section 4.2.1.1: the package knows the usual duration. */
    @Test
    void aMissingExpiresIsLeftToThePackage() {
        edge.receives(Requests.subscribe());

        assertThat(subscribe().terms().expires()).isEmpty();
    }

    /** RFC 3261, section 20.19. */
    @Test
    void anExpiresBeyondItsRangeIsTheLargest() {
        edge.receives(Requests.subscribe().header("Expires", "99999999999999999999"));

        assertThat(subscribe().terms().expires()).contains(Duration.ofSeconds(0xFFFF_FFFFL));
    }

    @Test
    void zeroIsADurationToo() {
        edge.receives(Requests.subscribe().header("Expires", "0"));

        assertThat(subscribe().terms().expires()).contains(Duration.ZERO);
    }

    /** RFC 6665, sections 4.2.1.1 and 4.2.3. */
    @ParameterizedTest
    @ValueSource(strings = {"dialog", "presence.winfo.winfo", "presence, dialog", "pre sence", ""})
    void anEventThatIsNotOfferedIsABadEvent(String event) {
        edge.receives(Requests.subscribe().replaceHeader("Event", event));

        assertThat(edge.response().status()).isEqualTo(489);
        assertThat(edge.response().headers().first("Allow-Events")).contains("presence, presence.winfo");
    }

    /** RFC 6665, section 4.2.3: without PINT a missing Event is 489 too. */
    @Test
    void aMissingEventIsABadEvent() {
        edge.receives(Requests.subscribe().removeHeader("Event"));

        assertThat(edge.response().status()).isEqualTo(489);
    }

    /** RFC 6665, section 8.2.1: exactly one event type. */
    @Test
    void twoEventsAreABadEvent() {
        edge.receives(Requests.subscribe().header("Event", "presence.winfo"));

        assertThat(edge.response().status()).isEqualTo(489);
    }

    /** RFC 3261, section 8.2.2.1. */
    @ParameterizedTest
    @ValueSource(strings = {"sip:alice@elsewhere.example", "sip:nobody@example.com", "sip:example.com", "not a URI"})
    void whoIsNotServedIsNotFound(String requestUri) {
        edge.receives(Requests.subscribe().requestUri(requestUri));

        assertThat(edge.response().status()).isEqualTo(404);
    }

    /** RFC 3261, section 8.2.2.1. */
    @ParameterizedTest
    @ValueSource(strings = {"pres:alice@example.com", "mailto:alice@example.com", "tel:+358555"})
    void aSchemeThatNamesNobodyHereIsUnsupported(String requestUri) {
        edge.receives(Requests.subscribe().requestUri(requestUri));

        assertThat(edge.response().status()).isEqualTo(416);
    }

    @Test
    void theBadEventIsSeenBeforeTheUnknownUser() {
        edge.receives(Requests.subscribe().requestUri("sip:nobody@example.com").replaceHeader("Event", "dialog"));

        assertThat(edge.response().status()).isEqualTo(489);
    }

    /** RFC 3261, section 20.1, and RFC 6665, section 5.4.5; baresip sends no Accept. */
    @Test
    void withoutAcceptTheDefaultTypeOfThePackageIsAgreedOn() {
        edge.receives(Requests.subscribe());

        assertThat(subscribe().bodyType()).isEqualTo("application/pidf+xml");
    }

    /** RFC 3261, section 21.4.7. */
    @Test
    void aWatcherWhoTakesNoneOfOurTypesIsRefused() {
        edge.receives(Requests.subscribe().header("Accept", "application/rlmi+xml"));

        assertThat(edge.response().status()).isEqualTo(406);
        assertThat(edge.response().headers().first("Warning").orElse("")).contains("application/pidf+xml");
    }

    /** RFC 3261, section 8.2.3. */
    @Test
    void aBodyThatNobodyUnderstandsIsRefused() {
        edge.receives(withBody(Requests.subscribe()));

        assertThat(edge.response().status()).isEqualTo(415);
        assertThat(edge.response().headers().first("Accept")).contains("");
    }

    /** RFC 3261, section 8.2.3: not if Content-Disposition calls it optional. */
    @Test
    void anOptionalBodyIsIgnored() {
        edge.receives(withBody(Requests.subscribe()).header("Content-Disposition", "filter;handling=optional"));

        assertThat(edge.commands).hasSize(1);
    }

    /** RFC 3261, section 8.1.1.8. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "",
                "<tel:+358555>",
                "<sip:>",
                "<sip:bob@192.0.2.7> nonsense",
                "<http://192.0.2.7/>",
                "<sip:bob@192.0.2.7 SIP/2.0>",
                "<sip:bob@192.0.2.7>, <sip:bob@192.0.2.8>"
            })
    void aContactToWhichNothingCanBeSentIsMalformed(String contact) {
        edge.receives(Requests.subscribe().replaceHeader("Contact", contact));

        assertThat(edge.response().status()).isEqualTo(400);
    }

    @Test
    void aMissingContactIsMalformed() {
        edge.receives(Requests.subscribe().removeHeader("Contact"));

        assertThat(edge.response().status()).isEqualTo(400);
    }

    /** RFC 6665, section 4.2.1.4; RFC 3261, section 12.2.2. */
    @Test
    void aSubscribeWithAToTagIsToldToItsDialog() {
        edge.receives(
                Requests.resubscribe().replaceHeader("Event", "presence;id=7").header("Expires", "600"), Edge.TCP);

        DialogId dialog = new DialogId("call-1", Requests.LOCAL_TAG, "b0b");
        Command.Resubscribe command = edge.onlyCommand(Command.Resubscribe.class);
        assertThat(edge.toldDialogs).containsExactly(dialog);
        assertThat(command.key()).isEqualTo(new SubscriptionKey(dialog, EventName.PRESENCE, "7"));
        assertThat(command.remoteTarget()).isEqualTo("sip:bob-0x5563c8dd6b00@192.0.2.7:5070");
        assertThat(command.reachedBy().transport()).isEqualTo("TCP");
        assertThat(command.terms().expires()).contains(Duration.ofMinutes(10));
        assertThat(command.cSeq()).isEqualTo(8);
    }

    /** RFC 6446, section 9.2. */
    @Test
    void theRatesOfTheEventAreAskedFor() {
        edge.receives(
                Requests.subscribe().replaceHeader("Event", "presence;max-rate=0.5;min-rate=0;adaptive-min-rate=x"));

        assertThat(subscribe().terms().rates())
                .isEqualTo(new Rates(Rates.rate("0.5"), Optional.empty(), Optional.empty()));
    }

    /** RFC 5839, section 7.2. */
    @Test
    void theConditionIsTakenAsItCame() {
        edge.receives(Requests.resubscribe().header("Suppress-If-Match", "b4cf7"));

        assertThat(edge.onlyCommand(Command.Resubscribe.class).terms().condition())
                .contains(new SuppressIfMatch("b4cf7"));
    }

    /** RFC 5839, section 5.2. */
    @Test
    void twoConditionsAreMalformed() {
        edge.receives(Requests.subscribe().header("Suppress-If-Match", "one").header("Suppress-If-Match", "two"));

        assertThat(edge.response().status()).isEqualTo(400);
    }

    /** RFC 6665, section 3.1.1: each SUBSCRIBE has a Contact. */
    @Test
    void aRefreshWithoutContactIsMalformed() {
        edge.receives(Requests.resubscribe().removeHeader("Contact"));

        assertThat(edge.response().status()).isEqualTo(400);
    }

    private Command.Subscribe subscribe() {
        return edge.onlyCommand(Command.Subscribe.class);
    }

    private static SipRequest.Builder withBody(SipRequest.Builder request) {
        return request.body("application/simple-filter+xml", "<filter-set/>".getBytes(StandardCharsets.UTF_8));
    }
}
