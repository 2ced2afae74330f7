package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements, attributes and bindings over HTTP (RFC 4825, sections 8.2 to 8.5). */
class NodeTest {

    private static final String INDEX = "/pres-rules/users/sip:alice@example.com/index";
    private static final String CP = "?xmlns(cp=urn:ietf:params:xml:ns:common-policy)";
    private static final String RULES = INDEX + "/~~/cp:ruleset";
    private static final String RULE_B = "<rule id=\"b\"><actions/></rule>";

    private final XcapServerFixture server;

    NodeTest(@TempDir Path folder) {
        server = new XcapServerFixture(folder);
    }

    @BeforeEach
    void store() {
        server.putRules(INDEX, Rules.ALLOW_BOB);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Section 8.3. */
    @Test
    void anElementIsFetchedAsItStands() {
        HttpResponse<String> found = server.get(RULES + "/cp:rule%5B@id=%22a%22%5D/cp:transformations" + CP);

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).isEqualTo("<transformations/>");
        assertThat(found.headers().firstValue("Content-Type")).contains("application/xcap-el+xml");
        assertThat(etag(found)).isEqualTo(etag(server.get(INDEX)));
    }

    @Test
    void rawQuotesAndBracketsAreUnderstood() {
        String answer = server.rawRequest(
                "GET", XcapServerFixture.ROOT + RULES + "/cp:rule[@id=\"a\"]/cp:transformations" + CP);

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n<transformations/>");
    }

    @Test
    void anAttributeIsFetched() {
        HttpResponse<String> found = server.get(RULES + "/cp:rule%5B1%5D/@id" + CP);

        assertThat(found.body()).isEqualTo("a");
        assertThat(found.headers().firstValue("Content-Type")).contains("application/xcap-att+xml");
    }

    /** Section 10. */
    @Test
    void bindingsAreFetched() {
        HttpResponse<String> found = server.get(RULES + "/cp:rule/namespace::*" + CP);

        assertThat(found.body())
                .isEqualTo("<rule xmlns=\"urn:ietf:params:xml:ns:common-policy\""
                        + " xmlns:pr=\"urn:ietf:params:xml:ns:pres-rules\"/>");
        assertThat(found.headers().firstValue("Content-Type")).contains("application/xcap-ns+xml");
    }

    /** Section 8.2. */
    @Test
    void bindingsCannotBeWritten() {
        HttpResponse<String> refused = putElement(RULES + "/namespace::*" + CP, "<a/>");

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
        assertThat(server.delete(RULES + "/namespace::*" + CP).statusCode()).isEqualTo(405);
    }

    /** Section 8: the default document namespace of the usage is not that of the root element. */
    @ParameterizedTest
    @ValueSource(strings = {"/~~/ruleset", "/~~/cp:ruleset/x", "/~~/", "/~~", "/~~/cp:ruleset/..", "/~~/id(1)"})
    void whatIsNotSelectedIsNotFound(String node) {
        assertThat(server.get(INDEX + node + CP).statusCode()).isEqualTo(404);
        assertThat(server.delete(INDEX + node + CP).statusCode()).isEqualTo(404);
    }

    /** Section 8: before the document is looked at. */
    @Test
    void anUndefinedPrefixIsABadRequest() {
        assertThat(server.get(INDEX + "/~~/x:ruleset").statusCode()).isEqualTo(400);
        assertThat(server.get("/pres-rules/users/alice/absent/~~/x:ruleset").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSelectorBeyondTheLimitIsTooLong() {
        assertThat(server.get(INDEX + "/~~" + "/*".repeat(100)).statusCode()).isEqualTo(414);
    }

    /** Sections 8.2.3 and 8.2.7. */
    @Test
    void aNewElementIsCreatedAndAKnownOneReplaced() {
        String tag = etag(server.get(INDEX));

        HttpResponse<String> created = putElement(RULES + "/cp:rule%5B@id=%22b%22%5D" + CP, RULE_B);
        HttpResponse<String> replaced = putElement(RULES + "/cp:rule%5B@id=%22b%22%5D" + CP, RULE_B);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(List.of(tag, etag(created), etag(replaced))).doesNotHaveDuplicates();
        assertThat(server.get(INDEX).body()).isEqualTo(Rules.ALLOW_BOB.replace("</rule>", "</rule>" + RULE_B));
    }

    /** Section 8.4: the answer tells the tag of the document. */
    @Test
    void anElementIsRemovedAndTheDocumentHasANewTag() {
        putElement(RULES + "/cp:rule%5B@id=%22b%22%5D" + CP, RULE_B);

        HttpResponse<String> removed = server.delete(RULES + "/cp:rule%5B@id=%22b%22%5D" + CP);

        assertThat(removed.statusCode()).isEqualTo(200);
        assertThat(etag(removed)).isEqualTo(etag(server.get(INDEX)));
        assertThat(server.get(INDEX).body()).isEqualTo(Rules.ALLOW_BOB);
    }

    @Test
    void anAttributeIsReplacedWithAndWithoutQuotes() {
        String id = RULES + "/cp:rule/@id" + CP;

        assertThat(putAttribute(id, "\"x1\"").statusCode()).isEqualTo(200);
        assertThat(server.get(id).body()).isEqualTo("x1");
        assertThat(putAttribute(id, "x2").statusCode()).isEqualTo(200);
        assertThat(server.get(id).body()).isEqualTo("x2");
    }

    /** Sections 8.2.1 to 8.2.5 and 11. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/cp:rule[@id=\"b\"]|<rule id=\"b\">|not-xml-frag",
                "/cp:rule[@id=\"b\"]|<rule id=\"c\"/>|cannot-insert",
                "/cp:rule[@id=\"b\"]|<rule id=\"b\"><surprise/></rule>|schema-validation-error",
                "/cp:rule[@id=\"b\"]/cp:actions|<actions/>|no-parent"
            })
    void anElementThatCannotBePutIsAConflictAndNothingChanges(String node, String body, String condition) {
        String tag = etag(server.get(INDEX));

        HttpResponse<String> refused = putElement(RULES + encoded(node) + CP, body);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("<" + condition + " ");
        assertThat(etag(server.get(INDEX))).isEqualTo(tag);
    }

    @Test
    void aMissingParentIsToldWithTheClosestAncestor() {
        HttpResponse<String> refused =
                putElement(RULES + encoded("/cp:rule[@id=\"a\"]/cp:nothing/cp:actions") + CP, "<actions/>");

        assertThat(refused.body())
                .contains("<ancestor>http://127.0.0.1:" + server.port() + "/xcap-root" + RULES
                        + "/cp:rule%5B@id=%22a%22%5D" + CP + "</ancestor>");
    }

    @Test
    void anElementOfAnAbsentDocumentHasNoParent() {
        HttpResponse<String> refused = putElement("/pres-rules/users/alice/absent/~~/cp:ruleset" + CP, "<ruleset/>");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("<no-parent ");
    }

    @Test
    void aValueThatCannotStandInAnAttributeIsAConflict() {
        assertThat(putAttribute(RULES + "/cp:rule/@id" + CP, "a<b").body()).contains("<not-xml-att-value ");
    }

    @Test
    void anElementThatLeavesAnotherInItsPlaceCannotBeRemoved() {
        putElement(RULES + "/cp:rule%5B@id=%22b%22%5D" + CP, RULE_B);

        assertThat(server.delete(RULES + "/cp:rule%5B1%5D" + CP).body()).contains("<cannot-delete ");
    }

    @Test
    void anElementThatTheSchemaNeedsCannotBeRemoved() {
        assertThat(server.delete(RULES + "/cp:rule/@id" + CP).body()).contains("<schema-validation-error ");
        assertThat(server.delete(RULES + CP).statusCode()).isEqualTo(409);
    }

    @Test
    void theMediaTypeIsThatOfTheNode() {
        String rule = RULES + "/cp:rule%5B@id=%22b%22%5D" + CP;

        assertThat(server.send("PUT", rule, RULE_B, "Content-Type", "application/xml")
                        .statusCode())
                .isEqualTo(415);
        assertThat(putAttribute(rule, RULE_B).statusCode()).isEqualTo(415);
        assertThat(putElement(RULES + "/cp:rule/@id" + CP, "x").statusCode()).isEqualTo(415);
    }

    /** Section 8.2.6: the tag is that of the document, also before the node exists. */
    @Test
    void conditionsAreAboutTheTagOfTheDocument() {
        String rule = RULES + "/cp:rule%5B@id=%22b%22%5D" + CP;
        String tag = etag(server.get(INDEX));

        assertThat(putElement(rule, RULE_B, "If-None-Match", "*").statusCode()).isEqualTo(412);
        assertThat(putElement(rule, RULE_B, "If-Match", "\"x\"").statusCode()).isEqualTo(412);
        assertThat(putElement(rule, RULE_B, "If-Match", tag).statusCode()).isEqualTo(201);
        assertThat(server.delete(rule, "If-Match", tag).statusCode()).isEqualTo(412);
        assertThat(server.get(rule, "If-None-Match", etag(server.get(INDEX))).statusCode())
                .isEqualTo(304);
        assertThat(putElement(rule, RULE_B, "If-Match", "*").statusCode()).isEqualTo(200);
    }

    @Test
    void manyUnconditionalInsertionsAtOnceAreAllThereAfterwards() {
        List<Integer> statuses = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> putElement(
                                RULES + "/cp:rule%5B@id=%22n" + i + "%22%5D" + CP,
                                "<rule id=\"n" + i + "\"><actions/></rule>")
                        .statusCode())
                .toList();

        String document = server.get(INDEX).body();
        assertThat(statuses).containsOnly(201);
        assertThat(IntStream.range(0, 24)).allSatisfy(i -> assertThat(document).contains("\"n" + i + "\""));
    }

    @Test
    void computedDocumentsHaveNodesToo() {
        HttpResponse<String> found = server.get("/xcap-caps/global/index/~~/xcap-caps/auids/auid%5B1%5D");

        assertThat(found.body()).isEqualTo("<auid>xcap-caps</auid>");
    }

    private HttpResponse<String> putElement(String path, String body, String... headers) {
        return server.put("xcap-el", path, body, headers);
    }

    private HttpResponse<String> putAttribute(String path, String body) {
        return server.put("xcap-att", path, body);
    }

    private static String encoded(String node) {
        return node.replace("[", "%5B").replace("]", "%5D").replace("\"", "%22");
    }

    private static String etag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElse("");
    }
}
