package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.xmlunit.assertj3.XmlAssert;
import org.xmlunit.diff.DefaultNodeMatcher;
import org.xmlunit.diff.ElementSelectors;
import presentry.agent.event.Composition;
import presentry.agent.event.EventPackage.Admission;
import presentry.agent.event.Lifetimes;
import presentry.agent.event.View;
import presentry.agent.model.Body;
import presentry.agent.model.EventName;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Permissions;
import presentry.schemas.Grammar;
import presentry.schemas.MediaTypes;
import presentry.schemas.SchemaCatalog;

class PresencePackageTest {
    private static final Lifetimes LIFETIMES =
            new Lifetimes(Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofHours(2));
    private static final Lifetimes PUBLICATION_LIFETIMES =
            new Lifetimes(Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofHours(1));
    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final SchemaCatalog SCHEMAS = SchemaCatalog.standard();

    private final PresencePackage presence = new PresencePackage(LIFETIMES, PUBLICATION_LIFETIMES, SECRET);

    /** RFC 3856, sections 6.1 and 6.7. */
    @Test
    void thePackageIsPresenceInPidfForWhomTheRulesLetIn() {
        assertThat(presence.name()).isEqualTo(EventName.PRESENCE);
        assertThat(presence.notifyTypes()).startsWith(MediaTypes.PIDF_XML);
        assertThat(presence.publishTypes()).containsExactly(MediaTypes.PIDF_XML, "application/cpim-pidf+xml");
        assertThat(presence.admission()).isEqualTo(Admission.BY_RULES);
        assertThat(presence.lifetimes()).isEqualTo(LIFETIMES);
        assertThat(presence.publicationLifetimes()).isEqualTo(PUBLICATION_LIFETIMES);
        assertThat(presence.versioned()).isFalse();
    }

    @Test
    void aDocumentThatCanBeReadIsNotRefused() {
        assertThat(presence.refusal(MediaTypes.PIDF_XML, Documents.BARESIP)).isEmpty();
    }

    /** RFC 3903, section 4.1: the Request-URI names the presentity. */
    @Test
    void aDocumentAboutAnotherEntityIsNotRefused() {
        assertThat(presence.refusal(MediaTypes.PIDF_XML, Documents.BARESIP.replace("alice", "al")))
                .isEmpty();
    }

    @Test
    void aDocumentThatCannotBeReadIsRefusedWithASentence() {
        assertThat(presence.refusal(MediaTypes.PIDF_XML, "<presence/>"))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("the root element must be `presence`"));
    }

    @Test
    void withoutAPublicationThereIsNothingToShow() {
        assertThat(composed().isEmpty()).isTrue();
    }

    @Test
    void aPublicationWithoutContentIsNothingToShow() {
        assertThat(composed(Documents.with(" ")).isEmpty()).isTrue();
    }

    @Test
    void aPublicationWithContentIsSomethingToShow() {
        assertThat(composed(Documents.with(""), Documents.LINPHONE).isEmpty()).isFalse();
    }

    @Test
    void aStoredPublicationThatCannotBeReadAnyMoreIsLeftOut() {
        Body shown = presence.view(composed("<presence", Documents.LINPHONE), Viewing.byBob(Permissions.EVERYTHING));

        assertThat(text(shown)).contains("<tuple id=\"8rl2nf\">");
    }

    @Test
    void whoMaySeeEverythingGetsWhatASingleDevicePublished() {
        Body shown = presence.view(composed(Documents.BARESIP), Viewing.byBob(Permissions.EVERYTHING));

        XmlAssert.assertThat(text(shown))
                .and(Documents.BARESIP)
                .ignoreWhitespace()
                .withNodeMatcher(new DefaultNodeMatcher(ElementSelectors.byName))
                .areSimilar();
    }

    /** baresip looks for this text (RFC 3863 would allow any prefix). */
    @Test
    void prefixesArriveAsTheyWerePublished() {
        Body shown =
                presence.view(composed(Documents.LINPHONE, Documents.BARESIP), Viewing.byBob(Permissions.EVERYTHING));

        assertThat(text(shown)).contains("<basic>open</basic>", "<rpid:away/>", "<pidfonline:online/>");
    }

    /** RFC 3863, section 4.1. */
    @Test
    void theDocumentBeginsWithAnXmlDeclaration() {
        Body shown = presence.view(composed(Documents.LINPHONE), Viewing.byBob(Permissions.EVERYTHING));

        assertThat(text(shown)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        assertThat(shown.contentType()).isEqualTo(MediaTypes.PIDF_XML);
    }

    @Test
    void theEntityIsThePresentityAsTheWatcherSpelledIt() {
        String entity = "sip:Alice%20A@EXAMPLE.com;x=\"&\"";
        View view = Viewing.by("sip:bob@example.com", Published.ALICE, entity, Permissions.EVERYTHING);

        Body shown = presence.view(composed(Documents.BARESIP), view);

        assertThat(text(shown)).contains("entity=\"sip:Alice%20A@EXAMPLE.com;x=&quot;&amp;&quot;\"");
    }

    /** RFC 5025, section 3.3. */
    @Test
    void forWhomNothingIsVisibleThereIsNothingToShow() {
        assertThat(composed(Permissions.NONE, Documents.BARESIP).isEmpty()).isTrue();
    }

    /** RFC 5025, section 3.2.1. */
    @Test
    void aPolitelyBlockedWatcherGetsTheOctetsOfAnAllowedWatcherOfAUserWithoutState() {
        Body politelyBlocked = presence.neutral(Viewing.byBob(Permissions.NONE));

        assertThat(politelyBlocked).isEqualTo(presence.neutral(Viewing.byBob(Permissions.EVERYTHING)));
        assertThat(text(politelyBlocked)).contains("<basic>closed</basic>");
    }

    /** RFC 3863, section 4.4: valid although a single one of these documents is not. */
    @Test
    void whatTwoDevicesOfOneMakePublishIsShownAsAValidDocument() {
        Body shown =
                presence.view(composed(Documents.BARESIP, Documents.BARESIP), Viewing.byBob(Permissions.EVERYTHING));

        assertThat(SCHEMAS.validate(Grammar.PIDF, text(shown))).isEmpty();
    }

    /** RFC 3863, section 4.4. */
    @Test
    void theNeutralDocumentIsValid() {
        Body neutral = presence.neutral(Viewing.byBob(Permissions.NONE));

        assertThat(SCHEMAS.validate(Grammar.PIDF, text(neutral))).isEmpty();
    }

    /** RFC 5025, section 3.3.1. */
    @Test
    void whoMaySeeServicesOnlyIsShownNoPerson() {
        Permissions services = Permissions.builder().services(OccurrenceSet.ALL).build();

        Body shown = presence.view(composed(services, Documents.BARESIP), Viewing.byBob(services));

        assertThat(text(shown)).contains("<tuple id=\"t4109\">").doesNotContain("person");
    }

    /** The id depends on who watches whom: what a watcher may see has no part in it. */
    @Test
    void twoWatchersGetDifferentNeutralDocuments() {
        assertThat(presence.neutral(Viewing.by("sip:dave@example.com", Published.ALICE)))
                .isNotEqualTo(presence.neutral(Viewing.byBob(Permissions.NONE)));
    }

    private Composition composed(String... documents) {
        return composed(Permissions.EVERYTHING, documents);
    }

    private Composition composed(Permissions permissions, String... documents) {
        return presence.compose(presence.read(Published.documents(documents)), permissions);
    }

    private static String text(Body body) {
        return new String(body.octets(), StandardCharsets.UTF_8);
    }
}
