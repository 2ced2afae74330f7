package presentry.agent.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Samples.NOON;
import static presentry.agent.presentity.Samples.publication;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;

/** RFC 3903, section 6. */
class PublicationTableTest {
    private static final Instant ONE = NOON.plusSeconds(3600);

    private final PublicationTable table = new PublicationTable();

    /** Step 3. */
    @Test
    void aTagNamesItsPublicationUntilThatIsOver() {
        Publication one = publication("a", "one", ONE);
        table.add(one);

        assertThat(table.find(EventName.PRESENCE, new EntityTag("a"), ONE.minusNanos(1)))
                .contains(one);
        assertThat(table.find(EventName.PRESENCE, new EntityTag("a"), ONE)).isEmpty();
    }

    /** Step 3: for this resource and this package. */
    @Test
    void aTagOfAnotherPackageNamesNothing() {
        table.add(publication("a", "one", ONE));

        assertThat(table.find(EventName.PRESENCE_WINFO, new EntityTag("a"), NOON))
                .isEmpty();
    }

    @Test
    void aReplacementKeepsThePlaceOfWhatItReplaces() {
        Publication one = publication("a", "one", ONE);
        table.add(one);
        table.add(publication("b", "two", ONE));

        table.replace(one, publication("c", "uno", ONE));

        assertThat(table.of(EventName.PRESENCE, NOON))
                .extracting(Publication::body)
                .containsExactly("uno", "two");
    }

    /** Step 6: the new tag replaces the previous one. */
    @Test
    void aReplacedTagNamesNothing() {
        Publication one = publication("a", "one", ONE);
        table.add(one);

        table.replace(one, publication("b", "one", ONE));

        assertThat(table.find(EventName.PRESENCE, one.tag(), NOON)).isEmpty();
    }

    @Test
    void whatIsOverDoesNotCount() {
        table.add(publication("a", "one", NOON));
        table.add(publication("b", "two", ONE));

        assertThat(table.of(EventName.PRESENCE, NOON))
                .extracting(Publication::body)
                .containsExactly("two");
        assertThat(table.expiredAt(NOON)).extracting(Publication::body).containsExactly("one");
    }

    @Test
    void theNextExpiryIsTheEarliest() {
        table.add(publication("a", "one", ONE));
        table.add(publication("b", "two", NOON));

        assertThat(table.nextExpiry()).isEqualTo(NOON);
    }

    @Test
    void withoutPublicationsNothingExpires() {
        assertThat(table.nextExpiry()).isEqualTo(Instant.MAX);
    }

    @Test
    void whatIsRemovedIsGone() {
        Publication one = publication("a", "one", ONE);
        table.add(one);

        table.remove(one);

        assertThat(table.isEmpty()).isTrue();
    }
}
