package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import presentry.policy.model.PresentitySphere;

/** RFC 5025, section 3.1.2. */
class PublishedSphereTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final String AT_WORK = person("<rpid:sphere><rpid:work/></rpid:sphere>");
    private static final String AT_HOME = person("<rpid:sphere><rpid:home/></rpid:sphere>");

    @Test
    void withoutAPublicationItIsUndefinedForever() {
        assertThat(sphere()).isEqualTo(new PresentitySphere(Optional.empty(), Instant.MAX));
    }

    @Test
    void devicesThatNameTheSameAgree() {
        assertThat(sphere(AT_WORK, Documents.LINPHONE, AT_WORK).value()).contains("work");
    }

    @Test
    void devicesThatNameDifferentOnesLeaveItUndefined() {
        assertThat(sphere(AT_WORK, AT_HOME).value()).isEmpty();
    }

    @Test
    void aStoredPublicationThatCannotBeReadAnyMoreSaysNothing() {
        assertThat(sphere("<presence", AT_HOME).value()).contains("home");
    }

    /** RFC 4480, section 3.10. */
    @Test
    void itHoldsUntilTheTimeThatIsPublishedWithIt() {
        String leaving = person("<rpid:sphere until='2026-06-01T17:00:00Z'><rpid:work/></rpid:sphere>");

        assertThat(sphere(leaving))
                .isEqualTo(new PresentitySphere(Optional.of("work"), Instant.parse("2026-06-01T17:00:00Z")));
    }

    private static PresentitySphere sphere(String... documents) {
        return new PublishedSphere().sphere(Published.documents(documents), NOON);
    }

    private static String person(String content) {
        return Documents.with(
                "<dm:person id='p' xmlns:rpid='urn:ietf:params:xml:ns:pidf:rpid'>" + content + "</dm:person>");
    }
}
