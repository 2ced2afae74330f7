package presentry.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.agent.presentity.Command;
import presentry.sip.message.SipHeaders;
import presentry.sip.message.SipRequest;

/** General behaviour of a user agent server: RFC 3261, sections 8.2 and 11.2; who may ask: RFC 3325. */
class RequestRouterTest {
    private final Edge edge = new Edge();

    /** RFC 3261, section 8.2.1; methods compare with case (section 7.1). */
    @ParameterizedTest
    @ValueSource(strings = {"INVITE", "NOTIFY", "BYE", "subscribe", "FOO"})
    void aMethodThatIsNotOursIsNotAllowed(String method) {
        edge.receives(Requests.outsideOfDialogs(method, Requests.ALICE));

        assertThat(edge.response().status()).isEqualTo(405);
        assertThat(edge.response().headers().first("Allow").orElse("")).contains("SUBSCRIBE", "PUBLISH", "MESSAGE");
    }

    /** RFC 6665, section 4.6: answered, and without effect; RFC 3261, section 8.2.2.3: its Require is ignored. */
    @Test
    void aCancelFindsNothingToCancel() {
        edge.receives(Requests.outsideOfDialogs("CANCEL", Requests.ALICE).header("Require", "x"));

        assertThat(edge.response().status()).isEqualTo(481);
        assertThat(edge.commands).isEmpty();
    }

    /** RFC 3261, section 8.2.2.3. */
    @Test
    void extensionsThatAreNotUnderstoodAreAllNamed() {
        edge.receives(Requests.subscribe().header("Require", "recipient-list-subscribe, eventlist"));

        assertThat(edge.response().status()).isEqualTo(420);
        assertThat(edge.response().headers().first("Unsupported")).contains("recipient-list-subscribe, eventlist");
    }

    /** RFC 3261, section 8.2.2.3. */
    @Test
    void requireIsLookedAtInPublishAndOptionsToo() {
        assertThat(statusOf(Requests.publish().header("Require", "x"))).isEqualTo(420);
        assertThat(statusOf(options(Requests.ALICE).header("Require", "x"))).isEqualTo(420);
    }

    /** baresip sends an empty Supported; Supported asks for nothing. */
    @Test
    void supportedIsNoRequirement() {
        edge.receives(Requests.subscribe().header("Supported", ""));

        assertThat(edge.onlyCommand(Command.Subscribe.class)).isNotNull();
    }

    /** RFC 3261, section 11.2; RFC 3903, section 7; RFC 6665, section 4.4.4. */
    @Test
    void optionsTellsWhatIsUnderstood() {
        edge.receives(options("sip:127.0.0.1:5065"));

        SipHeaders headers = edge.response().headers();
        assertThat(edge.response().status()).isEqualTo(200);
        assertThat(headers.list("Allow")).contains("SUBSCRIBE", "PUBLISH", "MESSAGE", "OPTIONS");
        assertThat(headers.first("Allow-Events")).contains("presence, presence.winfo");
        assertThat(headers.first("Accept")).contains("application/pidf+xml");
        assertThat(headers.first("Accept-Encoding")).contains("identity");
        assertThat(headers.first("Supported")).contains("");
    }

    /** What is understood is no secret. */
    @Test
    void optionsIsAnsweredToEverybody() {
        edge.receives(options(Requests.ALICE), Edge.STRANGER);

        assertThat(edge.response().status()).isEqualTo(200);
    }

    /** RFC 3261, section 8.2.2.1; RFC 4475, sections 3.3.2 and 3.3.3. */
    @ParameterizedTest
    @ValueSource(strings = {"nobodyKnowsThisScheme:totallyopaquecontent", "soap.beep://192.0.2.103:3002"})
    void optionsOfAnotherSchemeIsUnsupported(String requestUri) {
        edge.receives(options(requestUri));

        assertThat(edge.response().status()).isEqualTo(416);
    }

    /** RFC 3261, section 11.2: within a dialog the answer is the same. */
    @Test
    void optionsInADialogThatMayBeOursIsAnswered() {
        edge.receives(options(Requests.ALICE).to("<sip:alice@example.com>;tag=" + Requests.LOCAL_TAG));

        assertThat(edge.response().status()).isEqualTo(200);
    }

    /** RFC 3261, section 12.2.2. */
    @Test
    void optionsInADialogThatCannotBeOursFindsNone() {
        edge.receives(options(Requests.ALICE).to("<sip:alice@example.com>;tag=theirs"));

        assertThat(edge.response().status()).isEqualTo(481);
    }

    /** RFC 3325, section 8. */
    @Test
    void whoIsNotTrustedIsForbiddenBeforeAnythingElse() {
        edge.receives(
                Requests.subscribe().removeHeader("Event").header("P-Asserted-Identity", "<sip:bob@example.com>"),
                Edge.STRANGER);

        assertThat(edge.response().status()).isEqualTo(403);
    }

    @Test
    void publishAndMessageNeedATrustedPeerToo() {
        assertThat(new Edge()
                        .receives(Requests.publish(), Edge.STRANGER)
                        .response()
                        .status())
                .isEqualTo(403);
        assertThat(new Edge()
                        .receives(Requests.message(), Edge.STRANGER)
                        .response()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anUnauthenticatedWatcherIsForbidden() {
        edge.receives(Requests.subscribe().from("<sip:anonymous@anonymous.invalid>;tag=a"));

        assertThat(edge.response().status()).isEqualTo(403);
    }

    /** RFC 5025, section 3.1.1.2: where it is wanted, rules may speak about them. */
    @Test
    void anUnauthenticatedWatcherReachesTheRulesWhereThatIsWanted() {
        Edge open = Edge.acceptingUnauthenticated();

        open.receives(Requests.subscribe().from("<sip:anonymous@anonymous.invalid>;tag=a"));

        assertThat(open.onlyCommand(Command.Subscribe.class)
                        .watcher()
                        .identity()
                        .authenticated())
                .isFalse();
    }

    private static int statusOf(SipRequest.Builder request) {
        return new Edge().receives(request).response().status();
    }

    private static SipRequest.Builder options(String requestUri) {
        return Requests.outsideOfDialogs("OPTIONS", requestUri);
    }
}
