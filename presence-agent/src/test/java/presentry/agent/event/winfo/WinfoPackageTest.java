package presentry.agent.event.winfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import presentry.agent.event.Composition;
import presentry.agent.event.EventPackage.Admission;
import presentry.agent.event.Lifetimes;
import presentry.agent.event.View;
import presentry.agent.model.Body;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.DialogId;
import presentry.agent.model.EventName;
import presentry.agent.model.NotifyTerms;
import presentry.agent.model.ReachedBy;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.Watcher;
import presentry.agent.model.WatcherStatus;
import presentry.policy.model.Permissions;
import presentry.policy.model.WatcherIdentity;
import presentry.schemas.Grammar;
import presentry.schemas.MediaTypes;
import presentry.schemas.SchemaCatalog;
import presentry.uri.CanonicalUri;

class WinfoPackageTest {
    private static final Lifetimes LIFETIMES =
            new Lifetimes(Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofHours(2));
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Watcher BOB = watcher("sip:bob@example.com");
    private static final Watcher NOBODY = new Watcher(WatcherIdentity.UNAUTHENTICATED);

    private final WinfoPackage winfo = new WinfoPackage(EventName.PRESENCE, LIFETIMES, Admission.OWNER_ONLY);

    /** RFC 3857, sections 4.1, 4.5 and 4.6. */
    @Test
    void thePackageIsForTheOwnerAloneAndPublishedByNobody() {
        assertThat(winfo.name()).isEqualTo(EventName.PRESENCE_WINFO);
        assertThat(winfo.admission()).isEqualTo(Admission.OWNER_ONLY);
        assertThat(winfo.notifyTypes()).containsExactly(MediaTypes.WATCHERINFO_XML);
        assertThat(winfo.publishTypes()).isEmpty();
        assertThat(winfo.refusal(MediaTypes.WATCHERINFO_XML, "<watcherinfo/>")).isPresent();
        assertThat(winfo.lifetimes()).isEqualTo(LIFETIMES);
        assertThat(winfo.versioned()).isTrue();
    }

    /** RFC 3857, section 4.7. */
    @Test
    void thereIsWatcherInformationOfWatcherInformation() {
        WinfoPackage ofWinfo = new WinfoPackage(EventName.PRESENCE_WINFO, LIFETIMES, Admission.OWNER_ONLY);

        assertThat(ofWinfo.name()).isEqualTo(new EventName("presence.winfo.winfo"));
        assertThat(ofWinfo.name().watchedByWinfo()).contains(EventName.PRESENCE_WINFO);
    }

    /** RFC 3858, section 3. */
    @Test
    void theDocumentNamesEveryWatcherOfThePackage() {
        Body shown = shown(
                7,
                subscription("w1", BOB, EventName.PRESENCE, WatcherStatus.ACTIVE, StatusEvent.APPROVED),
                subscription("w2", NOBODY, EventName.PRESENCE, WatcherStatus.PENDING, StatusEvent.SUBSCRIBE),
                subscription("w3", BOB, EventName.PRESENCE_WINFO, WatcherStatus.ACTIVE, StatusEvent.SUBSCRIBE));

        assertThat(text(shown)).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <watcherinfo xmlns="urn:ietf:params:xml:ns:watcherinfo" version="7" state="full">\
            <watcher-list resource="sip:Alice@example.com" package="presence">\
            <watcher id="w1" status="active" event="approved" expiration="3600"\
             duration-subscribed="0">sip:bob@example.com</watcher>\
            <watcher id="w2" status="pending" event="subscribe" expiration="3600"\
             duration-subscribed="0">sip:anonymous@anonymous.invalid</watcher>\
            </watcher-list></watcherinfo>
            """);
        assertThat(shown.contentType()).isEqualTo(MediaTypes.WATCHERINFO_XML);
    }

    /** RFC 3858, section 3. */
    @Test
    void aDocumentThatTellsOfChangesSaysSo() {
        Subscription bob = subscription("w1", BOB, EventName.PRESENCE, WatcherStatus.ACTIVE, StatusEvent.APPROVED);

        Body shown = winfo.view(composed(bob), view(1, View.Extent.CHANGES, NOON));

        assertThat(text(shown)).contains("version=\"1\" state=\"partial\"");
    }

    /** RFC 3858, section 3: whole seconds from now, and until now. */
    @Test
    void timesCountFromTheMomentOfWriting() {
        Subscription bob = subscription("w1", BOB, EventName.PRESENCE, WatcherStatus.ACTIVE, StatusEvent.APPROVED);

        Body shown = winfo.view(composed(bob), view(1, View.Extent.FULL, NOON.plusMillis(100_999)));

        assertThat(text(shown)).contains("expiration=\"3499\" duration-subscribed=\"100\"");
    }

    @Test
    void aWatcherWhoHasEndedHasNoTimeLeft() {
        Body shown =
                shown(1, subscription("w", BOB, EventName.PRESENCE, WatcherStatus.TERMINATED, StatusEvent.REJECTED));

        assertThat(text(shown)).doesNotContain("expiration").contains("duration-subscribed=\"0\"");
    }

    /** RFC 3857, section 4.6, leaves it to the operator. */
    @Test
    void thePackageCanBeOpenToEverybody() {
        WinfoPackage open = new WinfoPackage(EventName.PRESENCE, LIFETIMES, Admission.EVERYBODY);

        assertThat(open.admission()).isEqualTo(Admission.EVERYBODY);
    }

    @Test
    void somebodyWhomNobodyWatchesHasAnEmptyList() {
        assertThat(composed().isEmpty()).isTrue();
        assertThat(text(winfo.neutral(view(0)))).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <watcherinfo xmlns="urn:ietf:params:xml:ns:watcherinfo" version="0" state="full">\
            <watcher-list resource="sip:Alice@example.com" package="presence"/></watcherinfo>
            """);
    }

    /** RFC 3858, section 6. */
    @ParameterizedTest
    @CsvSource({"PENDING, pending", "ACTIVE, active", "WAITING, waiting", "TERMINATED, terminated"})
    void eachStatusHasItsWord(WatcherStatus status, String word) {
        Body shown = shown(0, subscription("w", BOB, EventName.PRESENCE, status, StatusEvent.SUBSCRIBE));

        assertThat(text(shown)).contains("status=\"" + word + "\"");
    }

    /** RFC 3858, section 6. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFIRM_AGAIN")
    void eachEventOfTheStandardHasItsWord(StatusEvent event) {
        Body shown = shown(0, subscription("w", BOB, EventName.PRESENCE, WatcherStatus.TERMINATED, event));

        assertThat(text(shown)).containsIgnoringCase("event=\"" + event + "\"");
    }

    /** RFC 5025, section 3.2.1; RFC 3858 has no word for it. */
    @Test
    void aWatcherPutBackToPendingIsShownAsOneWhoHasAsked() {
        Body shown =
                shown(0, subscription("w", BOB, EventName.PRESENCE, WatcherStatus.PENDING, StatusEvent.CONFIRM_AGAIN));

        assertThat(text(shown)).contains("status=\"pending\" event=\"subscribe\"");
    }

    /** RFC 3858, section 6. */
    @ParameterizedTest
    @EnumSource
    void whateverHappenedTheDocumentIsValid(StatusEvent event) {
        Body shown = shown(3, subscription("w", NOBODY, EventName.PRESENCE, WatcherStatus.PENDING, event));

        assertThat(SchemaCatalog.standard().validate(Grammar.WATCHERINFO, text(shown)))
                .isEmpty();
    }

    private Composition composed(Subscription... subscriptions) {
        return winfo.compose(winfo.read(new Watched(List.of(subscriptions))), Permissions.NONE);
    }

    private Body shown(long version, Subscription... subscriptions) {
        return winfo.view(composed(subscriptions), view(version));
    }

    private static View view(long version) {
        return view(version, View.Extent.FULL, NOON);
    }

    private static View view(long version, View.Extent extent, Instant now) {
        return new View(
                Watched.ALICE,
                "sip:Alice@example.com",
                watcher("sip:alice@example.com"),
                Permissions.EVERYTHING,
                MediaTypes.WATCHERINFO_XML,
                version,
                extent,
                now);
    }

    private static Subscription subscription(
            String winfoId, Watcher watcher, EventName event, WatcherStatus status, StatusEvent lastEvent) {
        DialogId dialog = new DialogId("call-" + winfoId, "local", "remote");
        ReachedBy reachedBy = new ReachedBy("UDP", "127.0.0.1", 5065, "127.0.0.1", 5060);
        return new Subscription(
                new SubscriptionKey(dialog, event, ""),
                winfoId,
                watcher,
                new DialogAddress(
                        dialog,
                        "sip:alice@example.com",
                        "sip:bob@example.com",
                        "sip:bob@127.0.0.1",
                        List.of(),
                        reachedBy),
                "sip:alice@example.com",
                event.text(),
                MediaTypes.PIDF_XML,
                NotifyTerms.USUAL,
                NOON,
                NOON.plusSeconds(3600),
                status,
                lastEvent,
                1,
                1,
                0);
    }

    private static Watcher watcher(String uri) {
        return new Watcher(WatcherIdentity.of(CanonicalUri.parse(uri).orElseThrow()));
    }

    private static String text(Body body) {
        return new String(body.octets(), StandardCharsets.UTF_8);
    }
}
