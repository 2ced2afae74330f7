package presentry.agent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.agent.presentity.Samples;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.address.SelectorLimits;
import presentry.xcap.address.XcapRoot;
import presentry.xcap.address.XcapUriReader;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.store.DocumentReader;
import presentry.xcap.store.DocumentSummary;
import presentry.xcap.store.Snapshot;
import presentry.xcap.store.StoredDocument;

/** Which URIs a rule of Alice's means by a list (OMA external-list; RFC 4826, section 3). */
class StoredListsTest implements DocumentReader {
    private static final Aor ALICE = Samples.user("alice");
    private static final XcapRoot ROOT = new XcapRoot("/xcap-root", "example.com");
    private static final String OF_ALICE = "resource-lists/users/sip:alice@example.com/index/~~/resource-lists/";
    private static final String FRIENDS = "http://localhost/xcap-root/" + OF_ALICE + "list%5B@name=%22friends%22%5D";

    private final Map<DocumentSelector, String> stored = new HashMap<>();

    @Override
    public Optional<StoredDocument> read(DocumentSelector document) {
        return Optional.ofNullable(stored.get(document))
                .map(text ->
                        new StoredDocument(document, "", DocumentBody.of(text), new DocumentETag("e1"), Instant.EPOCH));
    }

    @Override
    public Snapshot readAll(Aor owner, String auid) {
        throw new AssertionError("lists are read by their names");
    }

    @Override
    public List<StoredDocument> readClaiming(String auid, String path) {
        throw new AssertionError("lists are read by their names");
    }

    @Override
    public List<DocumentSummary> list(Owner owner) {
        throw new AssertionError("lists are read by their names");
    }

    private void store(Aor owner, String name, String lists) {
        stored.put(
                new DocumentSelector("resource-lists", new Owner.User(owner), name),
                "<rl:resource-lists xmlns:rl=\"urn:ietf:params:xml:ns:resource-lists\">" + lists
                        + "</rl:resource-lists>");
    }

    private List<String> friends(String inTheList) {
        store(ALICE, "index", "<rl:list name=\"friends\">" + inTheList + "</rl:list>");
        return members(FRIENDS);
    }

    private List<String> members(String anchor) {
        return new StoredLists(this, new XcapUriReader(List.of(ROOT), SelectorLimits.DEFAULT), ROOT)
                .of(ALICE)
                .members(anchor);
    }

    @Test
    void entriesAreMembers() {
        assertThat(friends("<rl:entry uri=\"sip:bob@example.com\"/><rl:entry uri=\"tel:+1234\"/>"))
                .containsExactly("sip:bob@example.com", "tel:+1234");
    }

    @Test
    void whoIsOnAListWithinTheListIsAMember() {
        assertThat(friends("<rl:list><rl:list><rl:entry uri=\"sip:bob@example.com\"/></rl:list></rl:list>"))
                .containsExactly("sip:bob@example.com");
    }

    @Test
    void aReferenceToAnEntryOfAnotherDocumentIsFollowed() {
        store(ALICE, "work", "<rl:list name=\"a\"><rl:entry uri=\"sip:bob@example.com\"/></rl:list>");

        assertThat(friends("<rl:entry-ref ref=\"" + OF_ALICE.replace("index", "work") + "list/entry\"/>"))
                .containsExactly("sip:bob@example.com");
    }

    @Test
    void aReferenceToAListOfAnotherDocumentIsFollowed() {
        store(ALICE, "work", "<rl:list name=\"a\"><rl:entry uri=\"sip:bob@example.com\"/></rl:list>");
        String anchor = "https://elsewhere/xcap-root/" + OF_ALICE.replace("index", "work") + "list%5B@name=%22a%22%5D";

        assertThat(friends("<rl:external anchor=\"" + anchor + "\"/>")).containsExactly("sip:bob@example.com");
    }

    @Test
    void aListThatRefersToItselfHasItsOtherMembers() {
        assertThat(friends("<rl:external anchor=\"" + FRIENDS + "\"/><rl:entry uri=\"sip:bob@example.com\"/>"))
                .containsExactly("sip:bob@example.com");
    }

    /** Decision 0110: the spelling of Blink, in which even the colon behind the scheme is percent-encoded. */
    @Test
    void aReferenceThatIsPercentEncodedAsAWholeIsFollowed() {
        store(ALICE, "work", "<rl:list name=\"my foes\"><rl:entry uri=\"sip%3Abob%40example.com\"/></rl:list>");
        String anchor = "http%3A//localhost%3A8080/xcap-root/resource-lists/users/sip%3Aalice%40example.com/work"
                + "/~~/resource-lists/list%5B%40name%3D%22my%20foes%22%5D";

        assertThat(friends("<rl:external anchor=\"" + anchor + "\"/>")).containsExactly("sip%3Abob%40example.com");
    }

    /** Who may read a list is for its owner to say, so nobody else's rules are decided by it. */
    @Test
    void aListOfSomebodyElseNamesNobody() {
        store(
                Samples.user("bob"),
                "index",
                "<rl:list name=\"friends\"><rl:entry uri=\"sip:eve@example.com\"/></rl:list>");

        assertThat(members(FRIENDS.replace("alice", "bob"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "friends",
                "http://localhost/xcap-root/" + OF_ALICE + "list%5B@name=%22foes%22%5D",
                "http://localhost/xcap-root/" + OF_ALICE + "list/entry",
                "http://localhost/xcap-root/resource-lists/users/sip:alice@example.com/index/~~/resource-lists",
                "http://localhost/xcap-root/resource-lists/users/sip:alice@example.com/index",
                "http://localhost/xcap-root/resource-lists/users/sip:alice@example.com/none/~~/resource-lists/list",
                "http://localhost/xcap-root/resource-lists/global/index/~~/resource-lists/list",
                "http://localhost/xcap-root/pres-rules/users/sip:alice@example.com/index/~~/resource-lists/list",
                "http://localhost/other-root/" + OF_ALICE + "list",
                "http://localhost/xcap-root/" + OF_ALICE + "list%5B",
                "http://localhost/xcap-root/" + OF_ALICE + "q:list"
            })
    void whatIsNoListOfTheOwnerNamesNobody(String anchor) {
        friends("<rl:entry uri=\"sip:bob@example.com\"/>");

        assertThat(members(anchor)).isEmpty();
    }

    @Test
    void aDocumentThatCannotBeReadNamesNobody() {
        stored.put(new DocumentSelector("resource-lists", new Owner.User(ALICE), "index"), "<resource-lists");

        assertThat(members(FRIENDS)).isEmpty();
    }

    @Test
    void aListThatIsTooLargeNamesNobody() {
        String entries = IntStream.rangeClosed(0, 20_000)
                .mapToObj(i -> "<rl:entry uri=\"sip:" + i + "@a\"/>")
                .collect(Collectors.joining());

        assertThat(friends(entries)).isEmpty();
    }

    @Test
    void aListThatRefersToTooManyOthersNamesNobody() {
        String references = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> "<rl:external anchor=\"" + FRIENDS + "?" + i + "\"/>")
                .collect(Collectors.joining());

        assertThat(friends("<rl:entry uri=\"sip:bob@example.com\"/>" + references))
                .isEmpty();
    }
}
