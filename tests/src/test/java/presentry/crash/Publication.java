package presentry.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import presentry.demo.UserAgent;
import presentry.schemas.MediaTypes;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;

/** What one device published (RFC 3903), known by the entity-tag of the last acknowledged PUBLISH. */
final class Publication {
    private static final int CONDITIONAL_REQUEST_FAILED = 412;

    private final UserAgent agent;
    private final Promises promises;
    private String entityTag;

    private Publication(UserAgent agent, Promises promises, String entityTag) {
        this.agent = agent;
        this.promises = promises;
        this.entityTag = entityTag;
    }

    /** Publishes something new; empty if that is in doubt. */
    static Optional<Publication> initial(UserAgent agent, Promises promises, int edition) {
        SipRequest request = publish(agent)
                .header("Expires", "3600")
                .body(MediaTypes.PIDF_XML, body(agent, edition))
                .build();
        return promises.ask(() -> agent.send(request), SipResponse::status)
                .map(response -> new Publication(agent, promises, entityTag(response)));
    }

    /** Prolongs it; false if that is in doubt: the entity-tag may be another one now. */
    boolean refresh() {
        return sent(conditional().header("Expires", "3600").build());
    }

    /** Publishes something else in its place; false if that is in doubt. */
    boolean modify(int edition) {
        return sent(conditional()
                .header("Expires", "3600")
                .body(MediaTypes.PIDF_XML, body(agent, edition))
                .build());
    }

    /** Takes it back; false if that is in doubt. The entity-tag it had must not be found from then on. */
    boolean remove() {
        SipRequest request = conditional().header("Expires", "0").build();
        return promises.ask(() -> agent.send(request), SipResponse::status).isPresent();
    }

    /** It is there: its entity-tag can be refreshed. */
    void checkThere() {
        assertThat(refresh()).as("refreshed %s", entityTag).isTrue();
    }

    /** It is not there (RFC 3903, section 6, step 3). */
    void checkRemoved() {
        assertThat(agent.send(conditional().header("Expires", "3600").build()).status())
                .as("refresh of %s, which was removed", entityTag)
                .isEqualTo(CONDITIONAL_REQUEST_FAILED);
    }

    private boolean sent(SipRequest request) {
        Optional<SipResponse> answer = promises.ask(() -> agent.send(request), SipResponse::status);
        answer.ifPresent(response -> entityTag = entityTag(response));
        return answer.isPresent();
    }

    private SipRequest.Builder conditional() {
        return publish(agent).header("SIP-If-Match", entityTag);
    }

    private static SipRequest.Builder publish(UserAgent agent) {
        return agent.request("PUBLISH", agent.uri()).header("Event", "presence");
    }

    private static String entityTag(SipResponse response) {
        return response.headers().first("SIP-ETag").orElseThrow(() -> new AssertionError("no SIP-ETag in " + response));
    }

    private static byte[] body(UserAgent agent, int edition) {
        return """
            <presence xmlns="urn:ietf:params:xml:ns:pidf" entity="%s">
              <tuple id="t%d"><status><basic>open</basic></status><note>edition %d</note></tuple>
            </presence>
            """.formatted(agent.uri(), edition % 7, edition).getBytes(StandardCharsets.UTF_8);
    }
}
