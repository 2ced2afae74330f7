package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import presentry.schemas.XmlElement;

/** RFC 3863, section 4.1.2; RFC 4479, section 3.5. */
class OccurrenceIdsTest {
    private static final PublishedDocument MORNING = published("<tuple id='a'/>", "m");
    private static final PublishedDocument NOON = published("<tuple id='a'/>", "n");
    private static final PublishedDocument EVENING = published("<tuple id='a'/>", "e");

    @Test
    void aDocumentWithDifferentIdsIsNotTouched() {
        PublishedDocument document = published("<tuple id='a'/><dm:person id='b'/>", "m");

        assertThat(new OccurrenceIds().madeUnique(document)).isSameAs(document.presence());
    }

    @Test
    void ofEqualIdsAllButTheFirstGetTheMarkOfTheirPublication() {
        assertThat(uniqueIds(MORNING, NOON, EVENING)).containsExactly("a", "a-n", "a-e");
    }

    @Test
    void whoIsNotTheFirstIsMarkedAlikeWhoeverElseThereIs() {
        assertThat(uniqueIds(MORNING, EVENING)).containsExactly("a", "a-e");
        assertThat(uniqueIds(NOON, EVENING)).containsExactly("a", "a-e");
    }

    @Test
    void tuplesPersonsAndDevicesShareOneSetOfIds() {
        assertThat(uniqueIds(published("<tuple id='a'/><dm:person id='a'/><dm:device id='a'/>", "m")))
                .containsExactly("a", "a-m", "a-m-2");
    }

    @Test
    void aMarkedIdThatWasPublishedIsNotGivenTwice() {
        assertThat(uniqueIds(published("<tuple id='a-e'/><tuple id='a'/>", "m"), EVENING))
                .containsExactly("a-e", "a", "a-e-2");
    }

    @Test
    void idsThatDifferInWhiteSpaceAroundThemAreTheSame() {
        assertThat(uniqueIds(MORNING, published("<tuple id=' a '/>", "n"))).containsExactly("a", "a-n");
    }

    @Test
    void whatIsNoOccurrenceKeepsItsId() {
        assertThat(uniqueIds(MORNING, published("<note id='a'/>", "n"))).containsExactly("a", "a");
    }

    private static List<String> uniqueIds(PublishedDocument... documents) {
        OccurrenceIds ids = new OccurrenceIds();
        return Stream.of(documents)
                .flatMap(document -> ids.madeUnique(document).elements().stream())
                .map(child -> child.attribute("id").orElseThrow())
                .toList();
    }

    private static PublishedDocument published(String content, String mark) {
        XmlElement presence = Documents.parse(Documents.with(content));
        return new PublishedDocument(presence, mark);
    }
}
