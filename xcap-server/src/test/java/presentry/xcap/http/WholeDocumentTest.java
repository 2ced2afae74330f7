package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as wholes over HTTP (RFC 4825, sections 8.2 to 8.5; RFC 9110, section 13). */
class WholeDocumentTest {

    private static final String INDEX = "/pres-rules/users/sip:alice@example.com/index";

    private final XcapServerFixture server;

    WholeDocumentTest(@TempDir Path folder) {
        server = new XcapServerFixture(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Section 8.2.7. */
    @Test
    void aNewDocumentIsCreatedAndTaggedStrongly() {
        HttpResponse<String> created = server.putRules(INDEX, Rules.ALLOW_BOB);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(etag(created)).startsWith("\"").endsWith("\"");
        assertThat(created.headers().firstValue("Content-Length")).contains("0");
    }

    /** Section 8.3. */
    @Test
    void aDocumentIsAnsweredAsItWasSentWithItsTypeLengthAndTag() {
        HttpResponse<String> created = server.putRules(INDEX, Rules.ALLOW_BOB);

        HttpResponse<String> found = server.get(INDEX);

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).isEqualTo(Rules.ALLOW_BOB);
        assertThat(found.headers().firstValue("Content-Type")).contains("application/auth-policy+xml");
        assertThat(found.headers().firstValue("Content-Length")).contains(String.valueOf(Rules.ALLOW_BOB.length()));
        assertThat(found.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(found.headers().firstValue("Date")).isPresent();
        assertThat(etag(found)).isEqualTo(etag(created));
    }

    /** Sections 8.2.4 and 8.5. */
    @Test
    void aReplacedDocumentHasANewTag() {
        HttpResponse<String> created = server.putRules(INDEX, Rules.ALLOW_BOB);

        HttpResponse<String> replaced = server.putRules(INDEX, Rules.ALLOW_BOB);

        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(replaced.body()).isEmpty();
        assertThat(etag(replaced)).isNotEqualTo(etag(created));
    }

    /** Section 8.4. */
    @Test
    void aRemovedDocumentIsGone() {
        server.putRules(INDEX, Rules.ALLOW_BOB);

        assertThat(server.delete(INDEX).statusCode()).isEqualTo(200);

        assertThat(server.get(INDEX).statusCode()).isEqualTo(404);
        assertThat(server.delete(INDEX).statusCode()).isEqualTo(404);
    }

    /** RFC 9110, section 9.3.2. */
    @Test
    void headAnswersTheFieldsOfGetWithoutTheBody() {
        server.putRules(INDEX, Rules.ALLOW_BOB);

        HttpResponse<String> head = server.send("HEAD", INDEX, "");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).contains(String.valueOf(Rules.ALLOW_BOB.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pres-rules/users/sip:alice@example.com/index",
                "/pres-rules/users/sip%3Aalice%40example.com/index",
                "/pres-rules/users/alice@example.com/index",
                "/pres-rules/users/alice/index",
                "/pres-rules/users/%61lice/index",
                "/pres-rules/users/sip:alice@EXAMPLE.COM/index"
            })
    void oneUserInAllSpellingsHasOneDocument(String path) {
        server.putRules(INDEX, Rules.ALLOW_BOB);

        assertThat(server.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"presrules", "presence-rules.xml", "a b", "oma_status-icon/index", "%C3%BC", "a;b=c"})
    void anyDocumentNameAndSubDirectoryIsAllowed(String name) {
        String path = "/pres-rules/users/alice/" + name.replace(" ", "%20");

        assertThat(server.putRules(path, Rules.ALLOW_BOB).statusCode()).isEqualTo(201);
        assertThat(server.get(path).statusCode()).isEqualTo(200);
        assertThat(server.get("/pres-rules/users/alice/other").statusCode()).isEqualTo(404);
    }

    /** Section 6.2: a document must not have the name of a directory. */
    @Test
    void aDocumentBelowADocumentHasNoParent() {
        server.putRules(INDEX, Rules.ALLOW_BOB);

        HttpResponse<String> refused = server.putRules(INDEX + "/below", Rules.ALLOW_BOB);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("<no-parent ");
    }

    /** Section 8: the order is usage, then user. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/unknown/users/sip:alice@example.com/index",
                "/pres-rules/users/sip:alice@elsewhere.net/index",
                "/pres-rules/users/@/index",
                "/pres-rules/others/sip:alice@example.com/index",
                "/pres-rules/users/sip:alice@example.com",
                "/pres-rules/users/sip:alice@example.com/",
                "/pres-rules",
                "/"
            })
    void whatIsNotHereIsNotFound(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
        assertThat(server.putRules(path, Rules.ALLOW_BOB).statusCode()).isEqualTo(404);
    }

    /** Section 8.2.2. */
    @Test
    void aDocumentThatIsNotWellFormedIsAConflict() {
        HttpResponse<String> refused = server.putRules(INDEX, "<ruleset>");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/xcap-error+xml");
        assertThat(refused.body()).contains("<not-well-formed phrase=\"line 1");
    }

    @Test
    void aDocumentTypeDeclarationIsRefusedBeforeAnythingIsResolved() {
        HttpResponse<String> refused =
                server.putRules(INDEX, "<!DOCTYPE ruleset SYSTEM \"http://127.0.0.1:1/x\"><ruleset/>");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("<not-well-formed ");
    }

    /** Section 8.2.2. */
    @Test
    void aDocumentInAnotherEncodingIsAConflict() {
        HttpResponse<String> refused =
                server.putRules(INDEX, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><ruleset/>");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("<not-utf-8 ");
    }

    /** Section 8.2.5. */
    @Test
    void aDocumentAgainstTheSchemaIsAConflictAndNothingIsStored() {
        HttpResponse<String> refused =
                server.putRules(INDEX, Rules.ALLOW_BOB.replace("<conditions>", "<surprise/><conditions>"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("<schema-validation-error ");
        assertThat(server.get(INDEX).statusCode()).isEqualTo(404);
    }

    @Test
    void aDocumentInTheDialectOfSerIsStoredAsItStands() {
        HttpResponse<String> created = server.putRules("/pres-rules/users/joe/presence-rules.xml", Rules.LEGACY);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(server.get("/pres-rules/users/joe/presence-rules.xml").body())
                .isEqualTo(Rules.LEGACY);
    }

    /** Section 8.2.2. */
    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml", "application/pidf+xml", "application/xcap-el+xml"})
    void anotherMediaTypeIsUnsupported(String type) {
        assertThat(server.send("PUT", INDEX, Rules.ALLOW_BOB, "Content-Type", type)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void parametersAndCaseOfTheMediaTypeDoNotCount() {
        HttpResponse<String> created = server.send(
                "PUT", INDEX, Rules.ALLOW_BOB, "Content-Type", "Application/Auth-Policy+XML; charset=UTF-8");

        assertThat(created.statusCode()).isEqualTo(201);
    }

    @Test
    void aCharacterSetInContentEncodingIsIgnored() {
        assertThat(server.putRules(INDEX, Rules.ALLOW_BOB, "Content-Encoding", "UTF-8")
                        .statusCode())
                .isEqualTo(201);
        assertThat(server.putRules(INDEX, Rules.ALLOW_BOB, "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
    }

    /** RFC 9110, section 13.1.2. */
    @Test
    void aKnownVersionIsNotSentAgain() {
        String tag = etag(server.putRules(INDEX, Rules.ALLOW_BOB));

        HttpResponse<String> unchanged = server.get(INDEX, "If-None-Match", "\"x\", W/" + tag);

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(etag(unchanged)).isEqualTo(tag);
        assertThat(server.get(INDEX, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
    }

    /** RFC 9110, section 13.1.1: strong comparison, lists, asterisk. */
    @Test
    void aWriteUnderAnotherVersionFails() {
        String tag = etag(server.putRules(INDEX, Rules.ALLOW_BOB));

        assertThat(server.putRules(INDEX, Rules.ALLOW_BOB, "If-Match", "\"x\"").statusCode())
                .isEqualTo(412);
        assertThat(server.putRules(INDEX, Rules.ALLOW_BOB, "If-Match", "W/" + tag)
                        .statusCode())
                .isEqualTo(412);
        assertThat(server.delete(INDEX, "If-Match", "\"x\"").statusCode()).isEqualTo(412);
        assertThat(server.putRules(INDEX, Rules.ALLOW_BOB, "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(etag(server.get(INDEX))).isEqualTo(tag);
        assertThat(server.putRules(INDEX, Rules.ALLOW_BOB, "If-Match", "\"x\", " + tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.delete(INDEX, "If-Match", "*").statusCode()).isEqualTo(200);
        assertThat(server.putRules(INDEX, Rules.ALLOW_BOB, "If-Match", "*").statusCode())
                .isEqualTo(412);
    }

    @Test
    void aConditionThatCannotBeReadIsNotDropped() {
        assertThat(server.putRules(INDEX, Rules.ALLOW_BOB, "If-Match", "abc").statusCode())
                .isEqualTo(400);
    }

    @Test
    void ofRacingConditionalWritesExactlyOneWins() {
        String tag = etag(server.putRules(INDEX, Rules.ALLOW_BOB));

        List<Integer> statuses = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i ->
                        server.putRules(INDEX, Rules.ALLOW_BOB, "If-Match", tag).statusCode())
                .toList();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    }

    /** Section 12. */
    @Test
    void theCapabilitiesTellUsagesAndNamespaces() {
        HttpResponse<String> capabilities = server.get("/xcap-caps/global/index");

        assertThat(capabilities.statusCode()).isEqualTo(200);
        assertThat(capabilities.headers().firstValue("Content-Type")).contains("application/xcap-caps+xml");
        assertThat(capabilities.body())
                .contains("<auid>xcap-caps</auid>", "<auid>pres-rules</auid>", "<auid>im-rules</auid>")
                .contains("<namespace>urn:ietf:params:xml:ns:pres-rules</namespace>")
                .contains("<namespace>urn:ietf:params:xml:ns:xcap-caps</namespace>");
        assertThat(server.get("/xcap-caps/global/index", "If-None-Match", etag(capabilities))
                        .statusCode())
                .isEqualTo(304);
    }

    /** Section 5.7. */
    @Test
    void theGlobalTreesAreReadOnly() {
        assertThat(server.putRules("/pres-rules/global/index", Rules.ALLOW_BOB).statusCode())
                .isEqualTo(403);
        assertThat(server.delete("/xcap-caps/global/index").statusCode()).isEqualTo(403);
        assertThat(server.get("/pres-rules/global/index").statusCode()).isEqualTo(404);
    }

    private static String etag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElse("");
    }
}
