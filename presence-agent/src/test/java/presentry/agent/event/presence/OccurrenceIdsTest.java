package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import presentry.schemas.XmlElement;

/** RFC 3863, section 4.1.2; RFC 4479, section 3.5. */
class OccurrenceIdsTest {
    private static final PublishedDocument MORNING = published("<tuple id='a'/>", 0);
    private static final PublishedDocument NOON = published("<tuple id='a'/>", 2);
    private static final PublishedDocument EVENING = published("<tuple id='a'/>", 3);

    @Test
    void aDocumentWithDifferentIdsIsNotTouched() {
        PublishedDocument document = published("<tuple id='a'/><dm:person id='b'/>", 0);

        assertThat(new OccurrenceIds().madeUnique(document)).isSameAs(document.presence());
    }

    @Test
    void whoHasAPlaceHasItBehindHisIds() {
        assertThat(uniqueIds(MORNING, NOON, EVENING)).containsExactly("a", "a-2", "a-3");
    }

    @Test
    void whoGoesChangesTheIdsOfNobody() {
        assertThat(uniqueIds(MORNING, EVENING)).containsExactly("a", "a-3");
        assertThat(uniqueIds(NOON, EVENING)).containsExactly("a-2", "a-3");
        assertThat(uniqueIds(EVENING)).containsExactly("a-3");
    }

    @Test
    void tuplesPersonsAndDevicesShareOneSetOfIds() {
        assertThat(uniqueIds(published("<tuple id='a'/><dm:person id='a'/><dm:device id='a'/>", 0)))
                .containsExactly("a", "a-2", "a-3");
    }

    @Test
    void aMarkedIdThatWasPublishedIsNotGivenTwice() {
        assertThat(uniqueIds(published("<tuple id='a-3'/>", 0), EVENING)).containsExactly("a-3", "a-3-2");
    }

    @Test
    void idsThatDifferInWhiteSpaceAroundThemAreTheSame() {
        assertThat(uniqueIds(MORNING, published("<tuple id=' a '/>", 2))).containsExactly("a", "a-2");
    }

    @Test
    void whatIsNoOccurrenceKeepsItsId() {
        assertThat(uniqueIds(MORNING, published("<note id='a'/>", 0))).containsExactly("a", "a");
    }

    @Test
    void aDocumentMeetsAnotherWhereBothShowOneId() {
        XmlElement document = MORNING.presence();

        assertThat(OccurrenceIds.meet(document, List.of(MORNING))).isTrue();
        assertThat(OccurrenceIds.meet(document, List.of(NOON))).isFalse();
    }

    private static List<String> uniqueIds(PublishedDocument... documents) {
        OccurrenceIds ids = new OccurrenceIds();
        return Stream.of(documents)
                .flatMap(document -> ids.madeUnique(document).elements().stream())
                .map(child -> child.attribute("id").orElseThrow())
                .toList();
    }

    private static PublishedDocument published(String content, int place) {
        XmlElement presence = Documents.parse(Documents.with(content));
        return new PublishedDocument(presence, place);
    }
}
