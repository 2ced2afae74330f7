package presentry.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.agent.model.EventName;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.Command.PublishedBody;
import presentry.uri.Aor;

/** PUBLISH: RFC 3903, section 6. */
class PublishEndpointTest {
    private final Edge edge = new Edge();

    /** Step 1: the Request-URI says whose state it is. */
    @Test
    void aPublishIsToldToTheMailboxOfItsRequestUri() {
        edge.receives(Requests.publishing("<presence/>"));

        assertThat(edge.told).containsExactly(Aor.of("sip", "bob", "example.com", 0));
    }

    @Test
    void allThatIsAskedForIsInTheCommand() {
        edge.receives(Requests.publishing("<presence/>")
                .header("SIP-If-Match", "tag-1")
                .header("Expires", "1800"));

        Command.Publish command = publish();
        assertThat(command.event()).isEqualTo(EventName.PRESENCE);
        assertThat(command.ifMatch()).contains("tag-1");
        assertThat(command.expires()).contains(Duration.ofMinutes(30));
        assertThat(command.body()).contains(new PublishedBody("application/pidf+xml", "<presence/>"));
    }

    /** RFC 3903, section 4.1: a refresh and a removal have no body. */
    @Test
    void aPublishWithoutBodySaysSo() {
        edge.receives(Requests.publish().header("SIP-If-Match", "tag-1"));

        assertThat(publish().body()).isEmpty();
    }

    /** RFC 3261, section 8.2.2.2: one that is sent again is the same, one with the next CSeq is not. */
    @Test
    void aPublishIsNamedByCallIdFromTagAndCSeq() {
        edge.receives(Requests.publishing("<presence/>"))
                .receives(Requests.publishing("<presence/>"))
                .receives(Requests.publishing("<presence/>").cseq(99));

        List<String> origins = edge.commands.stream()
                .map(command -> ((Command.Publish) command).origin())
                .toList();
        assertThat(origins.get(1)).isEqualTo(origins.get(0));
        assertThat(origins.get(2)).isNotEqualTo(origins.get(0));
    }

    /** Step 6: no tag comes twice. */
    @Test
    void eachPublishBringsAFreshTag() {
        edge.receives(Requests.publishing("<presence/>")).receives(Requests.publishing("<presence/>"));

        assertThat(edge.commands)
                .extracting(command -> ((Command.Publish) command).fresh())
                .doesNotHaveDuplicates();
    }

    @Test
    void theMediaTypeComesInLowerCaseWithoutParameters() {
        edge.receives(Requests.publishing("<presence/>")
                .replaceHeader("Content-Type", "Application / PIDF+xml; charset=\"UTF-8\""));

        assertThat(publish().body().orElseThrow().contentType()).isEqualTo("application/pidf+xml");
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheDocument() {
        edge.receives(Requests.publishing("\uFEFF<presence/>"));

        assertThat(publish().body().orElseThrow().text()).isEqualTo("<presence/>");
    }

    /** Step 1 comes before step 2. */
    @Test
    void theUnknownUserIsSeenBeforeTheBadEvent() {
        edge.receives(Requests.publish().requestUri("sip:nobody@example.com").removeHeader("Event"));

        assertThat(edge.response().status()).isEqualTo(404);
    }

    /** Step 2; nobody publishes his watchers. */
    @ParameterizedTest
    @ValueSource(strings = {"dialog", "presence.winfo", ""})
    void anEventThatCannotBePublishedIsABadEvent(String event) {
        edge.receives(Requests.publishing("<presence/>").replaceHeader("Event", event));

        assertThat(edge.response().status()).isEqualTo(489);
        assertThat(edge.response().headers().contains("Allow-Events")).isTrue();
    }

    /** Step 2. */
    @Test
    void aMissingEventIsABadEvent() {
        edge.receives(Requests.publishing("<presence/>").removeHeader("Event"));

        assertThat(edge.response().status()).isEqualTo(489);
    }

    /** RFC 3261, section 8.2.3. */
    @Test
    void aCompressedBodyIsRefusedWithTheEncodingsThatAreTaken() {
        edge.receives(Requests.publishing("<presence/>").header("Content-Encoding", "deflate"));

        assertThat(edge.response().status()).isEqualTo(415);
        assertThat(edge.response().headers().first("Accept-Encoding")).contains("identity");
    }

    /** RFC 7303, section 3.2. */
    @Test
    void aBodyInAnotherCharsetIsRefused() {
        edge.receives(Requests.publish()
                .body("application/pidf+xml;charset=\"iso-8859-1\"", "<presence/>".getBytes(StandardCharsets.UTF_8)));

        assertThat(edge.response().status()).isEqualTo(415);
    }

    @Test
    void utf8IsTakenByItsName() {
        edge.receives(Requests.publish()
                .body("application/pidf+xml; charset=UTF-8", "<presence/>".getBytes(StandardCharsets.UTF_8)));

        assertThat(publish().body()).isPresent();
    }

    @Test
    void theIdentityEncodingIsNone() {
        edge.receives(Requests.publishing("<presence/>").header("Content-Encoding", "Identity"));

        assertThat(publish().body()).isPresent();
    }

    @Test
    void aBodyThatIsNotUtf8IsMalformed() {
        edge.receives(Requests.publish().body("application/pidf+xml", new byte[] {'<', (byte) 0xC3, '(', '>'}));

        assertThat(edge.response().status()).isEqualTo(400);
        assertThat(edge.response().headers().first("Warning")).contains("399 presentry \"The body is not UTF-8\"");
    }

    /** RFC 3261, section 20.15. */
    @Test
    void aBodyWithoutContentTypeIsMalformed() {
        edge.receives(Requests.publishing("<presence/>").removeHeader("Content-Type"));

        assertThat(edge.response().status()).isEqualTo(400);
    }

    /** RFC 3261, section 21.4.11. */
    @Test
    void aBodyAboveTheLimitIsTooLarge() {
        edge.receives(Requests.publishing("x".repeat(1001)));

        assertThat(edge.response().status()).isEqualTo(413);
    }

    @Test
    void aBodyAtTheLimitIsTaken() {
        edge.receives(Requests.publishing("x".repeat(1000)));

        assertThat(publish().body()).isPresent();
    }

    /** RFC 3903, section 4: a PUBLISH neither makes a dialog nor needs one, so a To tag means nothing. */
    @Test
    void aPublishWithAToTagIsTaken() {
        edge.receives(Requests.publishing("<presence/>").to("<sip:bob@example.com>;tag=other"));

        assertThat(publish().body()).isPresent();
    }

    /** One function says who somebody is: a port makes no user of ours another one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sip:bob@example.com:5065", "sip:bob@EXAMPLE.com:5060;transport=tcp", "sips:bob@example.com:1"})
    void everySpellingOfTheUserIsHim(String requestUri) {
        edge.receives(Requests.publishing("<presence/>").requestUri(requestUri));

        assertThat(edge.told).containsExactly(Aor.of("sip", "bob", "example.com", 0));
    }

    /** RFC 3903, section 6: the compositor ignores both. */
    @Test
    void contactAndRecordRouteMeanNothing() {
        edge.receives(
                Requests.publishing("<presence/>").header("Contact", "nonsense").header("Record-Route", "nonsense"));

        assertThat(publish().body()).isPresent();
    }

    private Command.Publish publish() {
        return edge.onlyCommand(Command.Publish.class);
    }
}
