package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import presentry.agent.event.Lifetimes;
import presentry.agent.model.Body;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Permissions;
import presentry.schemas.MediaTypes;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/**
 * Every pair of a format that is published and one that is shown. The files of this package show what comes out of
 * {@code published.xml}: for a watcher who is allowed all, for one whom only the services are shown, and for one who is told
 * nothing.
 */
class PresenceFormatTest {
    private static final Lifetimes LIFETIMES =
            new Lifetimes(Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofHours(2));
    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String PIDF = file("published.xml");
    private static final String CPIM_PIDF = PIDF.replace(inQuotes(Namespaces.PIDF), inQuotes(CpimPidf.NAMESPACE));
    private static final Permissions SERVICES =
            Permissions.builder().services(OccurrenceSet.ALL).build();

    private final PresencePackage presence = new PresencePackage(LIFETIMES, LIFETIMES, SECRET);

    static Stream<Arguments> pairs() {
        return Stream.of(PIDF, CPIM_PIDF)
                .flatMap(published ->
                        Arrays.stream(PresenceFormat.values()).map(shown -> Arguments.of(published, shown)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whoIsAllowedAllIsShownAllThatTheFormatCanSay(String published, PresenceFormat shown) {
        assertThat(text(view(published, Permissions.EVERYTHING, shown))).isEqualTo(golden("allowed", shown));
    }

    /** RFC 5025, section 3.3: in no format more than the permissions name. */
    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsFilteredOutIsInNoFormat(String published, PresenceFormat shown) {
        assertThat(text(view(published, SERVICES, shown))).isEqualTo(golden("filtered", shown));
    }

    /** RFC 5025, section 3.2.1. */
    @ParameterizedTest
    @EnumSource
    void theNeutralDocumentTellsNothingInAnyFormat(PresenceFormat shown) {
        assertThat(text(presence.neutral(Viewing.byBob(Permissions.NONE, shown))))
                .isEqualTo(golden("neutral", shown));
    }

    @ParameterizedTest
    @EnumSource
    void eachDocumentBearsTheMediaTypeThatWasAgreedOn(PresenceFormat shown) {
        assertThat(view(PIDF, SERVICES, shown).contentType()).isEqualTo(shown.mediaType());
    }

    /** RFC 3856, section 6.7. */
    @Test
    void theFormatsAreOfferedWithTheRichestFirst() {
        assertThat(presence.notifyTypes())
                .containsExactly(
                        MediaTypes.PIDF_XML, "application/cpim-pidf+xml", "application/xpidf+xml", "text/lpidf");
    }

    @Test
    void theNamespaceSaysWhatWasPublishedWhateverTheMediaTypeSays() {
        assertThat(presence.refusal(MediaTypes.PIDF_XML, CPIM_PIDF)).isEmpty();
        assertThat(presence.refusal("application/cpim-pidf+xml", PIDF)).isEmpty();
    }

    @Test
    void whatIsWrongInCpimPidfIsRefusedAsInPidf() {
        String withoutId = "<presence xmlns='urn:ietf:params:xml:ns:cpim-pidf'>\n<tuple/></presence>";

        assertThat(presence.refusal("application/cpim-pidf+xml", withoutId))
                .hasValue("the `tuple` on line 2 has no `id` (RFC 3863, section 4.1.2; RFC 4479, section 3.5)");
    }

    @Test
    void whoMayBeShownNoTupleSeesAClosedAtomInXpidf() {
        assertThat(text(view(PIDF, Permissions.NONE, PresenceFormat.XPIDF)))
                .contains("<atom id=\"none\">", "<status status=\"closed\"/>");
    }

    @Test
    void ofSeveralActivitiesTheOneThatBindsMostIsToldInXpidf() {
        String published = Documents.baresip("open", "<rpid:away/><rpid:on-the-phone/>");

        assertThat(text(view(published, Permissions.EVERYTHING, PresenceFormat.XPIDF)))
                .contains("<status status=\"inuse\"/><msnsubstatus substatus=\"onthephone\"/>");
    }

    /** An address ends a line, or the quotes it stands in, in no format. */
    @Test
    void anAddressThatIsNoUriIsReplacedByThePresentity() {
        String published = Documents.with("<tuple id='t'><status><basic>open</basic></status>"
                + "<contact>sip:x@y&gt;\nContact: &lt;sip:evil@example.org</contact></tuple>");

        assertThat(text(view(published, Permissions.EVERYTHING, PresenceFormat.LPIDF)))
                .isEqualTo("To: <sip:alice@example.com>\r\nContact: <sip:alice@example.com>\r\n");
    }

    /** RFC 3863, section 4.1.5. */
    @Test
    void aPriorityThatIsNoneIsLeftOut() {
        XmlElement published = Documents.parse(Documents.with("<tuple id='t'><status><basic>open</basic></status>"
                + "<contact priority='7;x=y'>sip:alice@192.0.2.7</contact></tuple>"));

        assertThat(Tuple.of(published)).extracting(Tuple::priority).containsExactly(Optional.empty());
    }

    private Body view(String published, Permissions permissions, PresenceFormat shown) {
        return presence.view(
                presence.compose(presence.read(Published.documents(published)), permissions),
                Viewing.byBob(permissions, shown));
    }

    private static String golden(String name, PresenceFormat format) {
        String text = file(name + "." + format.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return format == PresenceFormat.LPIDF ? text.replace("\n", "\r\n") : text;
    }

    private static String file(String name) {
        try (InputStream file = Objects.requireNonNull(PresenceFormatTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String inQuotes(String text) {
        return "\"" + text + "\"";
    }

    private static String text(Body body) {
        return new String(body.octets(), StandardCharsets.UTF_8);
    }
}
