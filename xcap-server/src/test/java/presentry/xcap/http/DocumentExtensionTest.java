package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a document may hold besides what its schema names, and what all its parts have in common (RFC 4825). */
class DocumentExtensionTest {

    private static final String INDEX = "/resource-lists/users/sip:alice@example.com/index";
    private static final String LISTS = """
        <resource-lists xmlns="urn:ietf:params:xml:ns:resource-lists" xmlns:x="urn:example:unknown">
          <list name="friends">%s</list>
        </resource-lists>
        """;
    private static final String ENTRY = "<entry uri=\"sip:bob@example.com\"/>";

    private final XcapServerFixture server;

    DocumentExtensionTest(@TempDir Path folder) {
        server = new XcapServerFixture(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Sections 5.2 and 8.2.5: where the schema has room for others, nobody asks what they mean. */
    @Test
    void elementsOfUnknownNamespacesAreTaken() {
        HttpResponse<String> stored =
                put(LISTS.formatted("<entry uri=\"sip:bob@example.com\"><x:mood>blue</x:mood></entry>"));

        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(server.get(INDEX).body()).contains("<x:mood>blue</x:mood>");
    }

    /** Section 8.2.5: what stands in a namespace that the server says it knows must be defined there. */
    @Test
    void undefinedElementsOfAKnownNamespaceAreAConflict() {
        String unheardOf = "<p:unheard-of xmlns:p=\"urn:ietf:params:xml:ns:resource-lists\"/>";

        HttpResponse<String> refused =
                put(LISTS.formatted("<entry uri=\"sip:bob@example.com\">" + unheardOf + "</entry>"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("<schema-validation-error ");
    }

    /** Section 8.2.5: the schema takes any name here, so what is broken is a constraint. */
    @Test
    void anUndefinedNameThatTheSchemaTakesFailsAConstraint() {
        String rules = "<ruleset xmlns=\"urn:ietf:params:xml:ns:common-policy\"><rule id=\"a\"><actions>"
                + "<p:unheard-of xmlns:p=\"urn:ietf:params:xml:ns:pres-rules\"/></actions></rule></ruleset>";

        HttpResponse<String> refused = server.putRules("/pres-rules/users/alice/index", rules);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("<constraint-failure ", "no element `unheard-of` is defined");
    }

    /** Section 8.5: one entity tag for the document and all that is in it, and it is in each success. */
    @Test
    void eachPartOfADocumentHasTheTagOfTheDocument() {
        put(LISTS.formatted(ENTRY));
        HttpResponse<String> edited = server.put("xcap-att", INDEX + "/~~/resource-lists/list/@name", "family");

        String tag = tag(edited);

        assertThat(List.of("", "/~~/resource-lists/list", "/~~/resource-lists/list/@name", "/~~/*/namespace::*"))
                .allSatisfy(part -> assertThat(tag(server.get(INDEX + part))).isEqualTo(tag));
        assertThat(tag(server.delete(INDEX + "/~~/resource-lists/list/entry"))).isNotEqualTo(tag);
    }

    /** Section 8.2.7: the answer that something was replaced carries nothing. */
    @Test
    void theAnswerToAWriteHasATagAndNoContent() {
        assertThat(List.of(put(LISTS.formatted(ENTRY)), put(LISTS.formatted(""))))
                .allSatisfy(answer -> {
                    assertThat(answer.body()).isEmpty();
                    assertThat(tag(answer)).isNotEmpty();
                });
    }

    /** Section 8.2.1: an attribute needs a document as an element does. */
    @Test
    void anAttributeOfAnAbsentDocumentHasNoParent() {
        HttpResponse<String> refused = server.put("xcap-att", INDEX + "/~~/resource-lists/list/@name", "family");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("<no-parent");
    }

    /** Section 12.7: the capabilities are a document of the global tree and of no user. */
    @Test
    void noUserHasCapabilities() {
        assertThat(server.get("/xcap-caps/global/index").statusCode()).isEqualTo(200);
        assertThat(server.get("/xcap-caps/users/sip:alice@example.com/index").statusCode())
                .isEqualTo(404);
        assertThat(server.put("xcap-caps", "/xcap-caps/users/sip:alice@example.com/index", "<xcap-caps/>")
                        .statusCode())
                .isBetween(400, 499);
    }

    private HttpResponse<String> put(String lists) {
        return server.put("resource-lists", INDEX, lists);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("");
    }
}
