package presentry.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.policy.model.PresentitySphere;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlLimits;
import presentry.schemas.XmlResult;

/** RFC 5025, section 3.1.2, and RFC 4480, section 3.10. */
class SphereReaderTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static XmlElement document(String... persons) {
        var text = "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" xmlns:dm=\"urn:ietf:params:xml:ns:pidf:data-model\""
                + " xmlns:r=\"urn:ietf:params:xml:ns:pidf:rpid\" xmlns:x=\"urn:example:x\" entity=\"sip:a@b.c\">"
                + String.join("", persons) + "</presence>";
        return ((XmlResult.Parsed) SafeXml.parse(text, XmlLimits.DEFAULT)).root();
    }

    private static String person(String sphere) {
        return "<dm:person id=\"p\">" + sphere + "</dm:person>";
    }

    private static PresentitySphere read(String... spheres) {
        return SphereReader.read(
                Arrays.stream(spheres).map(sphere -> document(person(sphere))).toList(), NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "<r:sphere><r:work/></r:sphere>, work",
        "<r:sphere> <r:home/> </r:sphere>, home",
        "<r:sphere><r:unknown/></r:sphere>, unknown",
        "<r:sphere><x:scouting/></r:sphere>, scouting",
        "<r:sphere>work</r:sphere>, work",
        "<r:sphere> bowling  league </r:sphere>, bowling league"
    })
    void theValueIsTheNameOfTheChildOrTheText(String sphere, String value) {
        assertThat(read(sphere).value()).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<r:sphere/>",
                "<r:sphere> </r:sphere>",
                "<r:sphere><r:work/><r:home/></r:sphere>",
                "<sphere>work</sphere>",
                "<r:activities><r:sphere>work</r:sphere></r:activities>"
            })
    void whatNamesNoSphereLeavesItUndefined(String sphere) {
        assertThat(read(sphere).value()).isEmpty();
    }

    @Test
    void withoutAnyDocumentTheSphereIsUndefined() {
        assertThat(read().value()).isEmpty();
    }

    @Test
    void documentsWithoutASphereDoNotCount() {
        assertThat(read("", "<r:sphere><r:work/></r:sphere>", "").value()).contains("work");
    }

    @Test
    void documentsThatAgreeWithoutRegardToCaseGiveTheSphere() {
        assertThat(read("<r:sphere><r:work/></r:sphere>", "<r:sphere>WORK</r:sphere>")
                        .value())
                .contains("work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<r:sphere><r:home/></r:sphere>", "<r:sphere/>", "<r:sphere until=\"soon\"><r:work/></r:sphere>"
            })
    void documentsThatDoNotAgreeLeaveItUndefined(String other) {
        assertThat(read("<r:sphere><r:work/></r:sphere>", other).value()).isEmpty();
    }

    @Test
    void allPersonsOfADocumentCount() {
        var two = document(person("<r:sphere><r:work/></r:sphere>"), person("<r:sphere><r:home/></r:sphere>"));

        assertThat(SphereReader.read(List.of(two), NOON).value()).isEmpty();
    }

    @Test
    void aSphereOutsideOfAPersonDoesNotCount() {
        var outside = document("<tuple id=\"t\"><r:sphere><r:work/></r:sphere></tuple>");

        assertThat(SphereReader.read(List.of(outside), NOON).value()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T12:00:00Z, 2026-11-21T13:00:00Z, true, 2026-11-21T13:00:00Z",
        "2026-11-21T11:00:00Z, 2026-11-21T12:00:00Z, false, +1000000000-12-31T23:59:59.999999999Z",
        "2026-11-21T13:00:00Z, 2026-11-21T14:00:00Z, false, 2026-11-21T13:00:00Z"
    })
    void aSphereHoldsForItsTime(String from, String until, boolean holds, String next) {
        var sphere = read("<r:sphere from=\"" + from + "\" until=\"" + until + "\"><r:work/></r:sphere>");

        assertThat(sphere.value().isPresent()).isEqualTo(holds);
        assertThat(sphere.validUntil()).isEqualTo(Instant.parse(next));
    }

    @Test
    void aSphereWithoutTimeHoldsForEver() {
        assertThat(read("<r:sphere><r:work/></r:sphere>").validUntil()).isEqualTo(Instant.MAX);
    }

    @Test
    void theNextSphereTakesOverWhereTheFirstEnds() {
        var now = read(
                "<r:sphere until=\"2026-11-21T18:00:00Z\"><r:work/></r:sphere>",
                "<r:sphere from=\"2026-11-21T18:00:00Z\"><r:home/></r:sphere>");

        assertThat(now).isEqualTo(new PresentitySphere(Optional.of("work"), Instant.parse("2026-11-21T18:00:00Z")));
    }
}
