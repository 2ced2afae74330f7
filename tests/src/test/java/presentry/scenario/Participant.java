package presentry.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import presentry.demo.Notification;
import presentry.demo.UserAgent;
import presentry.demo.Watching;
import presentry.sip.message.SipHeaders;
import presentry.sip.message.SipResponse;

/** A device that takes part in a conversation: what it sent, and what it got and was not asked about yet. */
final class Participant {
    /** An answer nobody has asked about yet. */
    private record Pending(int status, Received received) {}

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{((?:NOTIFY )?[A-Za-z-]+)}");

    final UserAgent agent;
    final Deque<Watching> dialogs = new ArrayDeque<>();
    private final Map<String, String> remembered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<Watching, Notification> latest = new HashMap<>();
    private Optional<Pending> pending = Optional.empty();

    Participant(UserAgent agent) {
        this.agent = agent;
    }

    void answered(SipResponse response) {
        answered(response.status(), received(response.headers(), response.body(), Optional.empty()));
    }

    void answered(HttpResponse<String> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        answered(response.statusCode(), new Received(headers, response.body(), Optional.empty()));
    }

    private void answered(int status, Received received) {
        remembered.putAll(received.headers());
        pending = Optional.of(new Pending(status, received));
    }

    /** What nobody asks about must be a success. */
    void beforeNextRequest() {
        pending.ifPresent(answer -> assertThat(answer.status())
                .as("%s was not asked about its answer, so it must be a success: %s", agent.uri(), answer.received())
                .isBetween(200, 299));
        pending = Optional.empty();
    }

    /** Takes the answer to the last request. */
    Received answer(int status) {
        Pending answer = pending.orElseThrow(() -> new AssertionError("nothing was asked for"));
        pending = Optional.empty();
        assertThat(answer.status()).as("the answer %s", answer.received()).isEqualTo(status);
        return answer.received();
    }

    /** Takes a NOTIFY, which must come after the one before in its dialog (RFC 3261, section 12.2.1.1). */
    Received notification(Expected.Notify wanted) {
        Notification notification = agent.notification(candidate -> isWanted(candidate, wanted));
        notification.request().headers().lines().forEach(line -> remembered.put("NOTIFY " + line.name(), line.value()));
        Optional<Notification> before = Optional.ofNullable(latest.put(notification.watching(), notification));
        before.ifPresent(earlier ->
                assertThat(notification.cseq()).as("CSeq of the NOTIFY").isGreaterThan(earlier.cseq()));
        return received(
                notification.request().headers(),
                notification.request().body(),
                before.map(earlier -> earlier.body().orElse("")));
    }

    /** The dialog that a request goes on with: the last one that began with this event, else the last one. */
    Watching dialog(Optional<String> event) {
        return dialogs.stream()
                .filter(watching -> event.isEmpty() || event.get().equals(watching.event()))
                .findFirst()
                .or(() -> dialogs.stream().findFirst())
                .orElseThrow(() -> new AssertionError("there is no dialog"));
    }

    /** Puts the values of earlier answers where {@code {Name}} stands. */
    String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1))));
    }

    private String value(String name) {
        return Optional.ofNullable(remembered.get(name))
                .orElseThrow(() -> new AssertionError("no answer had a " + name));
    }

    private static boolean isWanted(Notification candidate, Expected.Notify wanted) {
        return wanted.event()
                        .map(event ->
                                candidate.request().headers().first("Event").equals(Optional.of(event)))
                        .orElse(true)
                && wanted.from()
                        .map(uri -> uri.equals(candidate.watching().target()))
                        .orElse(true);
    }

    private static Received received(SipHeaders headers, byte[] body, Optional<String> bodyBefore) {
        Map<String, String> first = new HashMap<>();
        headers.lines().forEach(line -> first.putIfAbsent(line.name(), line.value()));
        return new Received(first, new String(body, StandardCharsets.UTF_8), bodyBefore);
    }
}
