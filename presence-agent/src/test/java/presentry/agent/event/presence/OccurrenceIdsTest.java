package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import presentry.schemas.XmlElement;

/** RFC 3863, section 4.1.2; RFC 4479, section 3.5. */
class OccurrenceIdsTest {
    private static final PublishedDocument MORNING = published("<tuple id='a'/>", 8);
    private static final PublishedDocument NOON = published("<tuple id='a'/>", 12);
    private static final PublishedDocument EVENING = published("<tuple id='a'/>", 18);

    @Test
    void aDocumentWithDifferentIdsIsNotTouched() {
        PublishedDocument document = published("<tuple id='a'/><dm:person id='b'/>", 8);

        assertThat(new OccurrenceIds().madeUnique(document)).isSameAs(document.presence());
    }

    @Test
    void theOldestKeepsItsIdAndTheOthersGetTheirMark() {
        assertThat(uniqueIds(MORNING, NOON, EVENING)).containsExactly("a", "a-" + NOON.mark(), "a-" + EVENING.mark());
    }

    @Test
    void whoGoesChangesTheIdOfNobodyButTheNextOldest() {
        assertThat(uniqueIds(MORNING, EVENING)).containsExactly("a", "a-" + EVENING.mark());
        assertThat(uniqueIds(NOON, EVENING)).containsExactly("a", "a-" + EVENING.mark());
    }

    @Test
    void tuplesPersonsAndDevicesShareOneSetOfIds() {
        PublishedDocument document = published("<tuple id='a'/><dm:person id='a'/><dm:device id='a'/>", 8);

        assertThat(uniqueIds(document)).containsExactly("a", "a-" + document.mark(), "a-" + document.mark() + "-2");
    }

    @Test
    void aMarkedIdThatWasPublishedIsNotGivenTwice() {
        PublishedDocument guessed = published("<tuple id='a-" + EVENING.mark() + "'/>", 12);

        assertThat(uniqueIds(MORNING, guessed, EVENING))
                .containsExactly("a", "a-" + EVENING.mark(), "a-" + EVENING.mark() + "-2");
    }

    @Test
    void idsThatDifferInWhiteSpaceAroundThemAreTheSame() {
        assertThat(uniqueIds(MORNING, published("<tuple id=' a '/>", 12))).containsExactly("a", "a-" + NOON.mark());
    }

    @Test
    void whatIsNoOccurrenceKeepsItsId() {
        assertThat(uniqueIds(MORNING, published("<note id='a'/>", 12))).containsExactly("a", "a");
    }

    private static List<String> uniqueIds(PublishedDocument... documents) {
        OccurrenceIds ids = new OccurrenceIds();
        return Stream.of(documents)
                .flatMap(document -> ids.madeUnique(document).elements().stream())
                .map(child -> child.attribute("id").orElseThrow())
                .toList();
    }

    private static PublishedDocument published(String content, int hour) {
        XmlElement presence = Documents.parse(Documents.with(content));
        return new PublishedDocument(presence, Published.NOON.plusSeconds((hour - 12) * 3600L));
    }
}
