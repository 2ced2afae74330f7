package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import presentry.agent.event.Composition;
import presentry.agent.event.Lifetimes;
import presentry.agent.model.Body;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Permissions;
import presentry.schemas.MediaTypes;

/** What strangers publish: it is refused with a sentence or shown, and nothing else happens. */
class PresenceFuzzTest {
    private static final Lifetimes LIFETIMES =
            new Lifetimes(Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofHours(2));
    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Permissions SERVICES =
            Permissions.builder().services(OccurrenceSet.ALL).build();

    /** Escaping makes six characters of one at most. */
    private static final int LONGEST_REFERENCE = 6;

    private final PresencePackage presence = new PresencePackage(LIFETIMES, LIFETIMES, SECRET);

    @Property
    void anyOctetsAreRefusedWithASentence(@ForAll byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);

        assertThat(presence.refusal(MediaTypes.PIDF_XML, text)).isPresent();
    }

    @Property
    void aChangedDocumentIsRefusedOrCanBeReadByWatchersInEachXmlFormat(
            @ForAll("changed") String one, @ForAll("changed") String other) {
        for (Permissions permissions : List.of(Permissions.EVERYTHING, SERVICES, Permissions.NONE)) {
            Composition composed = composed(permissions, one, other);
            assertThat(Documents.parse(text(presence.view(composed, Viewing.byBob(permissions)))))
                    .isNotNull();
            assertThat(Documents.parse(
                            text(presence.view(composed, Viewing.byBob(permissions, PresenceFormat.CPIM_PIDF)))))
                    .isNotNull();
        }
    }

    @Property
    void aChangedDocumentMakesNoLineInLpidfThatIsNone(@ForAll("changed") String document) {
        Composition composed = composed(Permissions.EVERYTHING, document);

        String lines = text(presence.view(composed, Viewing.byBob(Permissions.EVERYTHING, PresenceFormat.LPIDF)));

        assertThat(lines.lines()).allMatch(line -> line.matches("(To|Contact): <[^<>\"\r\n]*>(;q=[0-9.]+)?"));
    }

    @Property
    void whatIsComposedIsBoundedByWhatWasPublished(@ForAll("changed") String one, @ForAll("changed") String other) {
        Body shown = presence.view(composed(Permissions.EVERYTHING, one, other), Viewing.byBob(Permissions.EVERYTHING));

        assertThat(text(shown))
                .hasSizeLessThan(
                        LONGEST_REFERENCE * (one.length() + other.length()) + 2 * PidfReader.MAX_REPEATED_DECLARATIONS);
    }

    /** A document of a real client in which a few places were overwritten. */
    @Provide
    Arbitrary<String> changed() {
        Arbitrary<String> documents = Arbitraries.of(
                Documents.BARESIP,
                Documents.LINPHONE,
                Documents.PREFIXED,
                Documents.BARESIP.replace("ns:pidf\"", "ns:cpim-pidf\""));
        return Combinators.combine(documents, change().list().ofMaxSize(6)).as((document, changes) -> {
            String text = document;
            for (Change change : changes) {
                text = change.in(text);
            }
            return text;
        });
    }

    private Arbitrary<Change> change() {
        Arbitrary<String> inserted = Arbitraries.of(
                "",
                "<",
                ">",
                "&",
                "&#10;",
                "\"",
                " ",
                "\n",
                "tuple",
                "presence",
                "<tuple id='a'/>",
                "<tuple id='t4109'><status><basic>open</basic></status><contact>&#13;x</contact></tuple>",
                " xmlns=''",
                " xmlns='urn:ietf:params:xml:ns:pidf'",
                " xmlns:rpid='urn:ietf:params:xml:ns:cpim-pidf'",
                " xmlns:a='urn:ietf:params:xml:ns:cpim-pidf' xmlns:b='urn:ietf:params:xml:ns:pidf' a:x='1' b:x='2'",
                "<!DOCTYPE presence>",
                "<![CDATA[<]]>",
                "<!-- -->",
                "\u0000",
                "\ud83d\ude00");
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 8),
                        inserted)
                .as(Change::new);
    }

    /**
     * @param place where, as a part of the length
     * @param removed how many characters go at most
     * @param inserted what comes instead
     */
    private record Change(double place, int removed, String inserted) {
        String in(String text) {
            int from = (int) (place * text.length());
            int until = Math.min(text.length(), from + removed);
            return text.substring(0, from) + inserted + text.substring(until);
        }
    }

    private Composition composed(Permissions permissions, String... documents) {
        return presence.compose(presence.read(Published.documents(documents)), permissions);
    }

    private static String text(Body body) {
        return new String(body.octets(), StandardCharsets.UTF_8);
    }
}
