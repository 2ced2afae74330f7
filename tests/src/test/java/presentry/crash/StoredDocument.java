package presentry.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import presentry.demo.Content;
import presentry.demo.XcapClient;
import presentry.schemas.MediaTypes;

/** A document of rules that is overwritten again and again (RFC 4825, section 8.2.1). */
final class StoredDocument {
    private record Version(String etag, String text) {}

    private final XcapClient documents;
    private final Promises promises;
    private final String path;
    private int edition;
    private Optional<Version> acknowledged = Optional.empty();
    private Optional<String> inDoubt = Optional.empty();

    StoredDocument(XcapClient documents, Promises promises, String path) {
        this.documents = documents;
        this.promises = promises;
        this.path = path;
    }

    void put(RandomGenerator random) {
        String text = text(random);
        inDoubt = Optional.of(text);
        promises.ask(
                        () -> documents.put(path, new Content(MediaTypes.AUTH_POLICY_XML, text), Map.of()),
                        HttpResponse::statusCode)
                .ifPresent(response -> acknowledge(response, text));
    }

    /** It is what was acknowledged, with its entity tag, or what was under way; and it is whole. */
    void check() {
        HttpResponse<String> response = documents.get(path, Map.of());

        if (response.statusCode() == 404) {
            assertThat(acknowledged).as("%s is gone", path).isEmpty();
        } else if (inDoubt.equals(Optional.of(response.body()))) {
            acknowledge(response, response.body());
        } else {
            assertThat(Optional.of(new Version(etag(response), response.body())))
                    .as(path)
                    .isEqualTo(acknowledged);
        }
        inDoubt = Optional.empty();
    }

    private void acknowledge(HttpResponse<String> response, String text) {
        acknowledged = Optional.of(new Version(etag(response), text));
        inDoubt = Optional.empty();
    }

    private static String etag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElse("none");
    }

    /** Rules about strangers, so that friends stay with the mutual default; of very different length. */
    private String text(RandomGenerator random) {
        StringBuilder rules = new StringBuilder("""
            <ruleset xmlns="urn:ietf:params:xml:ns:common-policy" xmlns:pr="urn:ietf:params:xml:ns:pres-rules">
            """);
        edition++;
        int count = 1 + random.nextInt(20);
        for (int number = 0; number < count; number++) {
            rules.append("""
                <rule id="r%d">
                  <conditions><identity><one id="sip:stranger%d@example.com"/></identity></conditions>
                  <actions><pr:sub-handling>block</pr:sub-handling></actions>
                </rule>
                """.formatted(number, edition));
        }
        return rules.append("</ruleset>\n").toString();
    }
}
