package presentry.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6665, sections 5.2 and 8.4. */
class EventNameTest {
    @Test
    void theCaseOfANameDoesNotMatter() {
        assertThat(EventName.parse("Presence.WInfo")).containsSame(EventName.PRESENCE_WINFO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "two words", "a;b", "x12345678901234567890123456789012345678901234567890123456789012345"})
    void whatIsNoTokenOrTooLongIsNoName(String text) {
        assertThat(EventName.parse(text)).isEmpty();
    }

    @Test
    void watcherInformationKnowsWhatItIsAbout() {
        assertThat(EventName.PRESENCE_WINFO.watchedByWinfo()).contains(EventName.PRESENCE);
    }

    @Test
    void watcherInformationCanBeWatchedToo() {
        assertThat(EventName.parse("presence.winfo.winfo").orElseThrow().watchedByWinfo())
                .contains(EventName.PRESENCE_WINFO);
    }

    @Test
    void aPlainPackageIsNotAboutAnother() {
        assertThat(EventName.PRESENCE.watchedByWinfo()).isEmpty();
    }
}
