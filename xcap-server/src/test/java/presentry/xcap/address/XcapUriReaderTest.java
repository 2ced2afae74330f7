package presentry.xcap.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.uri.Aor;

/** RFC 4825, sections 6 to 6.2. */
class XcapUriReaderTest {

    private final XcapUriReader reader = new XcapUriReader(
            List.of(
                    new XcapRoot("/xcap-root", "example.com"),
                    new XcapRoot("/xcap-root/org", "example.org"),
                    new XcapRoot("/other", "example.net")),
            SelectorLimits.DEFAULT);

    @Test
    void aDocumentInAHomeDirectory() {
        XcapUri uri = located("/xcap-root/pres-rules/users/sip:alice@example.com/index");

        assertThat(uri.document()).isEqualTo(document("sip:alice@example.com", "index"));
        assertThat(uri.node()).isEmpty();
    }

    @Test
    void aDocumentInTheGlobalTree() {
        XcapUri uri = located("/xcap-root/xcap-caps/global/index");

        assertThat(uri.document()).isEqualTo(new DocumentSelector("xcap-caps", new Owner.Global(), "index"));
    }

    @Test
    void aBareUserBelongsToTheDomainOfTheRoot() {
        assertThat(located("/other/pres-rules/users/alice/index").document())
                .isEqualTo(document("sip:alice@example.net", "index"));
        assertThat(located("/xcap-root/org/pres-rules/users/alice/index").document())
                .isEqualTo(document("sip:alice@example.org", "index"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~~", "%7E%7E", "~%7e", "%7e~"})
    void theFirstSeparatorInEachSpellingEndsTheDocumentSelector(String separator) {
        XcapUri uri = located("/xcap-root/pres-rules/users/alice/index/" + separator + "/a/~~/b");

        assertThat(uri.document().path()).isEqualTo("index");
        assertThat(uri.node()).isPresent();
    }

    @Test
    void tildesWithinANameAreNoSeparator() {
        XcapUri uri = located("/xcap-root/pres-rules/users/alice/a~~b/~~~");

        assertThat(uri.document().path()).isEqualTo("a~~b/~~~");
        assertThat(uri.node()).isEmpty();
    }

    @Test
    void aSelectorDoesNotReachIntoTheQuery() {
        XcapUri uri = located("/xcap-root/pres-rules/users/alice/index?x=/~~/y");

        assertThat(uri.node()).isEmpty();
    }

    @Test
    void aDocumentSelectorIsWrittenPercentEncoded() {
        assertThat(document("sip:alice@example.com", "a b/ü%").written())
                .isEqualTo("/pres-rules/users/sip:alice@example.com/a%20b/%C3%BC%25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "sip:", "%3A", "a%20b", "sip:a@b@c", "mailto:"})
    void whatNobodyCanBeCalledIsNoUser(String xui) {
        assertThat(reader.read("/xcap-root/pres-rules/users/" + xui + "/index"))
                .isEqualTo(new Address.NoSuchUser("pres-rules"));
    }

    private XcapUri located(String target) {
        return ((Address.Located) reader.read(target)).uri();
    }

    private static DocumentSelector document(String user, String path) {
        return new DocumentSelector(
                "pres-rules",
                new Owner.User(Optional.of(user).flatMap(Aor::parse).orElseThrow()),
                path);
    }
}
