package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The application usages beyond rules, over HTTP (RFC 4826, 4827, and those of the Open Mobile Alliance). */
class UsagesTest {

    private static final String LISTS = "/resource-lists/users/sip:alice@example.com/index";
    private static final String SERVICES = "/rls-services/users/sip:alice@example.com/index";

    private final XcapServerFixture server;

    UsagesTest(@TempDir Path folder) {
        server = new XcapServerFixture(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** What Blink and Jitsi look for before they use anything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<auid>resource-lists</auid>",
                "<auid>rls-services</auid>",
                "<auid>org.openmobilealliance.pres-rules</auid>",
                "<auid>pidf-manipulation</auid>",
                "<auid>org.openmobilealliance.xcap-directory</auid>",
                "<namespace>urn:ietf:params:xml:ns:resource-lists</namespace>",
                "<namespace>urn:ietf:params:xml:ns:pres-rules</namespace>"
            })
    void theCapabilitiesListWhatClientsLookFor(String line) {
        assertThat(server.get("/xcap-caps/global/index").body()).contains(line);
    }

    @Test
    void rulesUnderTheNameOfOmaHaveTheirRootInTheDefaultNamespace() {
        String path = "/org.openmobilealliance.pres-rules/users/alice/pres-rules";

        assertThat(server.putRules(path, Rules.ALLOW_BOB).statusCode()).isEqualTo(201);
        assertThat(server.get(path + "/~~/ruleset/rule%5B@id=%22a%22%5D").statusCode())
                .isEqualTo(200);
    }

    @Test
    void listsOfTheSameNameInDifferentParentsAndWithoutNamesAreNoDuplicates() {
        HttpResponse<String> created = putLists("<list name='a'><list name='a'/><list/><list/></list><list name='b'/>");

        assertThat(created.statusCode()).isEqualTo(201);
    }

    /** RFC 4826, section 3.4.5. */
    @ParameterizedTest
    @CsvSource({
        "<list name='a'/><list name='&#97;'/>, resource-lists/*%5B2%5D/@name",
        "<list><entry uri='sip:a@b'/><entry uri='sip:a@b'/></list>, resource-lists/*%5B1%5D/*%5B2%5D/@uri",
        "<list><list><entry-ref ref='a/b'/><entry-ref ref='a/b'/></list></list>,"
                + " resource-lists/*%5B1%5D/*%5B1%5D/*%5B2%5D/@ref",
        "<list><external anchor='http://a/b'/><external anchor='http://a/b'/></list>,"
                + " resource-lists/*%5B1%5D/*%5B2%5D/@anchor"
    })
    void whatStandsTwiceInOneListIsNotUnique(String lists, String field) {
        HttpResponse<String> refused = putLists(lists);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("<uniqueness-failure ", "<exists field=\"" + field + "\">");
    }

    /** Decision 0110: the address book of a client that percent-encodes whole URIs is stored as it was written. */
    @Test
    void percentEncodedUrisAreStoredAsTheyAreWritten() {
        String lists = "<list name='granted'><entry uri='sip%3Abob%40example.com'/></list><list name='all'>"
                + "<external anchor='http%3A//h%3A80/xcap-root/resource-lists/users/sip%3Aalice%40example.com/index"
                + "/~~/resource-lists/list%5B%40name%3D%22granted%22%5D'/></list>";

        assertThat(putLists(lists).statusCode()).isEqualTo(201);
    }

    /** Decision 0110; RFC 4745, section 7.2: whoever is meant by it, the rule would not apply to him. */
    @ParameterizedTest
    @ValueSource(strings = {"bob@example.com", "sip%253Abob%2540example.com", "", "sip:bob@exa mple.com"})
    void rulesAboutWhatIsNoUriFailAConstraint(String id) {
        String rules = Rules.ALLOW_BOB.replace("sip:bob@example.com", id);

        var answer = server.putRules("/pres-rules/users/alice/index", rules);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("<constraint-failure ");
    }

    /** Decision 0112: all rules of a user have one bound, 2 MiB; what is no longer than before may always replace it. */
    @Test
    void rulesThatAreTooLongTogetherFailAConstraint() {
        String lengthy = Rules.ALLOW_BOB + "<!--" + "x".repeat(900_000) + "-->";
        server.putRules("/pres-rules/users/alice/a", lengthy);
        server.putRules("/org.openmobilealliance.pres-rules/users/alice/b", lengthy);

        var third = server.putRules("/pres-rules/users/alice/c", lengthy);

        assertThat(third.statusCode()).isEqualTo(409);
        assertThat(third.body()).contains("<constraint-failure ", "2097152");
        assertThat(server.putRules("/pres-rules/users/alice/a", lengthy).statusCode())
                .isEqualTo(200);
        assertThat(server.putRules("/pres-rules/users/bob/a", lengthy).statusCode())
                .isEqualTo(201);
    }

    @Test
    void rulesAboutAPercentEncodedUriAreStored() {
        String rules = Rules.ALLOW_BOB.replace("sip:bob@example.com", "sip%3Abob%40example.com");

        assertThat(server.putRules("/pres-rules/users/alice/index", rules).statusCode())
                .isEqualTo(201);
    }

    /** RFC 4826, section 3.4.5. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<entry-ref ref='/a/b'/>",
                "<entry-ref ref='http://a/b'/>",
                "<entry-ref ref='//a/b'/>",
                "<external anchor='a/b'/>",
                "<external anchor='ftp://a/b'/>",
                "<external anchor='sip:a@b'/>",
                "<external anchor='http%253A//a/b'/>",
                "<entry uri='bob@example.com'/>",
                "<entry uri=''/>"
            })
    void aReferenceOfTheWrongFormFailsAConstraint(String member) {
        assertThat(putLists("<list>" + member + "</list>").body()).contains("<constraint-failure ");
    }

    @Test
    void anEditOfAnAttributeIsCheckedToo() {
        putLists("<list name='a'/><list name='b'/>");

        HttpResponse<String> refused = server.put("xcap-att", LISTS + "/~~/resource-lists/list%5B2%5D/@name", "a");

        assertThat(refused.body()).contains("<uniqueness-failure ");
    }

    /** RFC 4826, section 4.4.5. */
    @Test
    void aServiceAddressOfAnotherUserIsTakenAndFreeOnesAreSuggested() {
        assertThat(putServices(SERVICES, service("sip:friends@example.com")).statusCode())
                .isEqualTo(201);
        assertThat(putServices(SERVICES, service("sip:friends@example.com")).statusCode())
                .isEqualTo(200);

        HttpResponse<String> refused = putServices("/rls-services/users/bob/other", service("sip:friends@EXAMPLE.com"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("<exists field=\"rls-services/service%5B1%5D/@uri\">")
                .contains("<alt-value>sip:friends-2@EXAMPLE.com</alt-value>");
    }

    @Test
    void aServiceAddressIsFreeAgainWhenItsDocumentIsRemovedOrEdited() {
        putServices(SERVICES, service("sip:a@example.com") + service("sip:b@example.com"));

        server.delete(SERVICES + "/~~/rls-services/service%5B@uri=%22sip:b@example.com%22%5D");
        assertThat(putServices("/rls-services/users/bob/index", service("sip:b@example.com"))
                        .statusCode())
                .isEqualTo(201);

        server.delete(SERVICES);
        assertThat(putServices("/rls-services/users/carol/index", service("sip:a@example.com"))
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:alice@example.com", "sip:bob@example.com"})
    void aServiceAddressThatBelongsToAUserIsTaken(String uri) {
        server.putRules("/pres-rules/users/bob/index", Rules.ALLOW_BOB);

        assertThat(putServices(SERVICES, service(uri)).body()).contains("<uniqueness-failure ");
    }

    @Test
    void aServiceAddressTwiceInOneDocumentIsNotUnique() {
        assertThat(putServices(SERVICES, service("sip:a@example.com") + service("sip:a@example.com"))
                        .body())
                .contains("<uniqueness-failure ", "service%5B2%5D");
    }

    @Test
    void listsWithinServicesObeyTheRulesOfLists() {
        String twice = "<list><rl:entry uri='sip:a@b'/><rl:entry uri='sip:a@b'/></list>";

        HttpResponse<String> refused =
                putServices(SERVICES, "<service uri='sip:l@example.com'>" + twice + "<packages/></service>");

        assertThat(refused.body()).contains("<uniqueness-failure ");
    }

    /** RFC 4826, section 4.4.5. */
    @ParameterizedTest
    @CsvSource({
        "http://x.example/xcap-root/resource-lists/users/sip:alice@example.com/index/~~/resource-lists/list, 201",
        "https://x.example/resource-lists/users/sip%3Aalice%40example.com/index/~~/resource-lists/list, 201",
        "http://x.example/resource-lists/users/alice/index/~~/resource-lists/list, 201",
        "http://x.example/resource-lists/users/sip:bob@example.com/index/~~/resource-lists/list, 409",
        "http://x.example/pres-rules/users/sip:alice@example.com/index, 409",
        "http%3A//x.example/resource-lists/users/sip%3Aalice%40example.com/index, 201",
        "http%3A//x.example/resource-lists/users/sip%3Abob%40example.com/index, 409",
        "/resource-lists/users/sip:alice@example.com/index, 409",
        "http://x.example/resource-lists/users/sip:alice@example.com, 409"
    })
    void aReferencedListLiesInTheHomeOfTheOwner(String uri, int status) {
        String service = "<service uri='sip:l@example.com'><resource-list>" + uri + "</resource-list></service>";

        assertThat(putServices(SERVICES, service).statusCode()).isEqualTo(status);
    }

    /** RFC 4826, section 4.4.8. */
    @Test
    void theGlobalIndexShowsTheServicesOfAllDocumentsCalledIndexAsTheyAreNow() {
        putServices(SERVICES, service("sip:a@example.com"));
        putServices("/rls-services/users/bob/index", service("sip:b@example.com"));
        putServices("/rls-services/users/bob/other", service("sip:c@example.com"));

        assertThat(server.get("/rls-services/global/index").body())
                .contains("sip:a@example.com", "sip:b@example.com")
                .doesNotContain("sip:c@example.com");
        server.delete(SERVICES);
        assertThat(server.get("/rls-services/global/index").body()).doesNotContain("sip:a@example.com");
    }

    @Test
    void aServiceIsFoundInTheGlobalIndexByItsAddressWithAllItsNamespaces() {
        putServices(SERVICES, "<service uri='sip:a@example.com'><list><rl:entry uri='sip:x@y'/></list></service>");

        HttpResponse<String> found =
                server.get("/rls-services/global/index/~~/rls-services/service%5B@uri=%22sip:a@example.com%22%5D");

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body())
                .startsWith("<service xmlns=\"urn:ietf:params:xml:ns:rls-services\""
                        + " xmlns:rl=\"urn:ietf:params:xml:ns:resource-lists\" uri=");
    }

    /** RFC 4827, section 9. */
    @Test
    void presenceHasOneDocumentOfOneName() {
        String presence = "<presence xmlns='urn:ietf:params:xml:ns:pidf' entity='sip:alice@example.com'/>";

        var answer = server.put("pidf", "/pidf-manipulation/users/alice/other", presence);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("<constraint-failure ");
    }

    @Test
    void presenceIsKeptOnTheServer() {
        String presence = "<presence xmlns='urn:ietf:params:xml:ns:pidf' entity='sip:alice@example.com'>"
                + "<tuple id='t'><status><basic>open</basic></status></tuple></presence>";

        assertThat(server.put("pidf", "/pidf-manipulation/users/alice/index", presence)
                        .statusCode())
                .isEqualTo(201);
        assertThat(server.put("pidf", "/pidf-manipulation/users/alice/index", "<presence/>")
                        .body())
                .contains("<schema-validation-error ");
    }

    @Test
    void theDirectoryListsWhatAUserHas() {
        String tag = server.putRules("/pres-rules/users/alice/a%20b", Rules.ALLOW_BOB)
                .headers()
                .firstValue("ETag")
                .orElse("")
                .replace("\"", "");

        HttpResponse<String> directory = server.get("/org.openmobilealliance.xcap-directory/users/alice/directory.xml");

        assertThat(directory.body())
                .contains("<folder auid=\"pres-rules\">")
                .contains("uri=\"http://127.0.0.1:" + server.port()
                        + "/xcap-root/pres-rules/users/sip:alice@example.com/a%20b\" etag=\"" + tag + "\"");
    }

    /** RFC 9112, section 3.2: a client uses the address as it is, so it is the one by which the client came. */
    @Test
    void theDirectoryNamesTheServerAsTheClientDid() {
        server.putRules("/pres-rules/users/alice/index", Rules.ALLOW_BOB);
        String directory = XcapServerFixture.ROOT
                + "/org.openmobilealliance.xcap-directory/users/alice/directory.xml HTTP/1.1\r\nHost: ";

        assertThat(server.raw("GET " + directory + "LocalHost:5555\r\nConnection: close\r\n\r\n"))
                .contains("uri=\"http://localhost:5555/xcap-root/pres-rules/");
        assertThat(server.raw("GET http://localhost:7" + directory + "other\r\nConnection: close\r\n\r\n"))
                .contains("uri=\"http://localhost:7/xcap-root/pres-rules/");
    }

    /** Where Blink keeps its icon, and where Jitsi does: an AUID of its own. Both write elements in an order of their own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/org.openmobilealliance.pres-content/users/sip:alice@example.com/oma_status-icon/index",
                "/oma_status-icon/users/sip:alice@example.com/sip_communicator"
            })
    void iconsAreKeptWhereClientsPutThem(String path) {
        String icon = "<content xmlns='urn:oma:xml:prs:pres-content'><data>iVBORw0KGgo=</data>"
                + "<mime-type>image/png</mime-type><encoding>base64</encoding></content>";

        assertThat(server.put("vnd.oma.pres-content", path, icon).statusCode()).isEqualTo(201);
        assertThat(server.get(path).body()).isEqualTo(icon);
        assertThat(server.get(path).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/vnd.oma.pres-content+xml"));
        assertThat(server.delete(path).statusCode()).isEqualTo(200);
    }

    /** RFC 4825, section 12: Jitsi stores no icon where the namespace is not named. */
    @Test
    void theNamespaceOfAUsageWithoutASchemaIsNamedToo() {
        assertThat(server.get("/xcap-caps/global/index").body())
                .contains("<auid>oma_status-icon</auid>")
                .containsOnlyOnce("<namespace>urn:oma:xml:prs:pres-content</namespace>");
    }

    /** RFC 4826, section 5: Boghe's service beside its user's own address. */
    @Test
    void aServiceAddressWithAParameterIsNotThatOfTheUser() {
        server.putRules("/pres-rules/users/alice/index", Rules.ALLOW_BOB);

        assertThat(putServices(
                                SERVICES,
                                service("sip:alice@example.com;pres-list=rcs")
                                        + service("sip:alice@example.com;pres-list=oma"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(putServices("/rls-services/users/bob/index", service("sip:alice@example.com;pres-list=rcs"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(putServices(SERVICES, service("sip:alice@example.com;lr")).statusCode())
                .isEqualTo(409);
    }

    private HttpResponse<String> putLists(String lists) {
        return server.put(
                "resource-lists",
                LISTS,
                "<resource-lists xmlns='urn:ietf:params:xml:ns:resource-lists'>" + lists + "</resource-lists>");
    }

    private HttpResponse<String> putServices(String path, String services) {
        return server.put(
                "rls-services",
                path,
                "<rls-services xmlns='urn:ietf:params:xml:ns:rls-services'"
                        + " xmlns:rl='urn:ietf:params:xml:ns:resource-lists'>" + services + "</rls-services>");
    }

    private static String service(String uri) {
        return "<service uri='" + uri + "'><list/><packages><package>presence</package></packages></service>";
    }
}
