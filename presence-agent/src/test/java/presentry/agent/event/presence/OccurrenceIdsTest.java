package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import presentry.schemas.XmlElement;

/** RFC 3863, section 4.1.2; RFC 4479, section 3.5. */
class OccurrenceIdsTest {
    @Test
    void aDocumentWithDifferentIdsIsNotTouched() {
        XmlElement document = Documents.parse(Documents.with("<tuple id='a'/><dm:person id='b'/>"));

        assertThat(OccurrenceIds.madeUnique(document)).isSameAs(document);
    }

    @Test
    void theFirstKeepsItsIdAndTheOthersAreNumbered() {
        assertThat(uniqueIds("<tuple id='a'/><tuple id='a'/><tuple id='a'/>")).containsExactly("a", "a-2", "a-3");
    }

    @Test
    void tuplesPersonsAndDevicesShareOneSetOfIds() {
        assertThat(uniqueIds("<tuple id='a'/><dm:person id='a'/><dm:device id='a'/>"))
                .containsExactly("a", "a-2", "a-3");
    }

    @Test
    void aNumberedIdNeverTakesOneThatWasPublished() {
        assertThat(uniqueIds("<tuple id='a'/><tuple id='a'/><tuple id='a-2'/>")).containsExactly("a", "a-3", "a-2");
    }

    @Test
    void aPublishedIdThatLooksNumberedIsNumberedLikeAnyOther() {
        assertThat(uniqueIds("<tuple id='a-2'/><tuple id='a-2'/>")).containsExactly("a-2", "a-2-2");
    }

    @Test
    void idsThatDifferInWhiteSpaceAroundThemAreTheSame() {
        assertThat(uniqueIds("<tuple id='a'/><tuple id=' a '/>")).containsExactly("a", "a-2");
    }

    @Test
    void whatIsNoOccurrenceKeepsItsId() {
        assertThat(uniqueIds("<tuple id='a'/><note id='a'/>")).containsExactly("a", "a");
    }

    private static List<String> uniqueIds(String content) {
        return OccurrenceIds.madeUnique(Documents.parse(Documents.with(content))).elements().stream()
                .map(child -> child.attribute("id").orElseThrow())
                .toList();
    }
}
