package presentry.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import presentry.schemas.MediaTypes;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;

/** One of those who take part in the demo: a user with a device and with rules on the server. */
final class Friend implements AutoCloseable {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final UserAgent agent;
    private final XcapClient documents;
    private Optional<String> entityTag = Optional.empty();

    Friend(String uri, Surroundings surroundings, XcapClient documents) {
        this.agent = new UserAgent(uri, surroundings);
        this.documents = documents;
    }

    String uri() {
        return agent.uri();
    }

    /** Stores a sample as this user's rules and returns the HTTP status. */
    int putPresenceRules(String sample) {
        return put("pres-rules/users/" + uri() + "/index", sample);
    }

    /** Stores a sample as the rules for messages to this user and returns the HTTP status. */
    int putMessageRules(String sample) {
        return put("im-rules/users/" + uri() + "/index", sample);
    }

    Watching watch(Friend whom) {
        return agent.watch(whom.uri(), "presence");
    }

    /** Watches one's own watchers (RFC 3857). */
    Watching watchWatchers() {
        return agent.watch(uri(), "presence.winfo");
    }

    /** Subscribes, or refreshes, for an hour and returns the SIP status. */
    static int subscribe(Watching watching) {
        return watching.send(AN_HOUR).status();
    }

    /** Publishes a sample, in place of what was published before, and returns the SIP status. */
    int publish(String sample) {
        SipRequest.Builder request = agent.request("PUBLISH", uri())
                .header("Event", "presence")
                .header("Expires", Long.toString(AN_HOUR.toSeconds()))
                .body(MediaTypes.PIDF_XML, sample("presence/" + sample).bytes());
        return publish(request);
    }

    /** Takes back what was published and returns the SIP status. */
    int unpublish() {
        return publish(
                agent.request("PUBLISH", uri()).header("Event", "presence").header("Expires", "0"));
    }

    private int publish(SipRequest.Builder request) {
        entityTag.ifPresent(tag -> request.header("SIP-If-Match", tag));
        SipResponse response = agent.send(request.build());
        entityTag = response.headers().first("SIP-ETag").or(() -> entityTag);
        return response.status();
    }

    /** Sends a message through the server to the device of somebody and returns the SIP status. */
    int write(Friend to, String text) {
        return agent.send(agent.request("MESSAGE", to.uri())
                        .header("Route", to.agent.route())
                        .body("text/plain", new Content("text/plain", text).bytes())
                        .build())
                .status();
    }

    /** The text of the next message. */
    String read() {
        return agent.message();
    }

    /** Whether something came that nobody asked for. */
    boolean hasUnread() {
        return !agent.unread().isEmpty();
    }

    @Override
    public void close() {
        agent.close();
    }

    private int put(String path, String sample) {
        return documents.put(path, sample("rules/" + sample), Map.of()).statusCode();
    }

    private static Content sample(String name) {
        String type = name.startsWith("rules/") ? MediaTypes.AUTH_POLICY_XML : MediaTypes.PIDF_XML;
        try (InputStream text = Friend.class.getResourceAsStream("/samples/" + name)) {
            if (text == null) {
                throw new IllegalStateException("the distribution lacks the sample " + name);
            }
            return new Content(type, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
