package presentry.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import presentry.sip.message.SipHeaders;

/** Accept: RFC 3261, section 20.1. */
class AcceptedTypesTest {
    private static final List<String> OFFERED = List.of("application/pidf+xml", "application/cpim-pidf+xml");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/pidf+xml | application/pidf+xml",
                "application/cpim-pidf+xml | application/cpim-pidf+xml",
                "Application/PIDF+XML | application/pidf+xml",
                "application / pidf+xml | application/pidf+xml",
                "multipart/related, application/pidf+xml, application/rlmi+xml | application/pidf+xml",
                "*/* | application/pidf+xml",
                "application/* | application/pidf+xml",
                "application/pidf+xml;q=0.2, application/cpim-pidf+xml;q=0.3 | application/cpim-pidf+xml",
                "application/pidf+xml;q=0, */* | application/cpim-pidf+xml",
                "*/*;q=0, application/cpim-pidf+xml;q=0.001 | application/cpim-pidf+xml",
                "application/*;q=0.1, application/cpim-pidf+xml;q=0.5 | application/cpim-pidf+xml",
                "application/pidf+xml;q=nonsense | application/pidf+xml",
            })
    void theWatcherGetsWhatHeLikesBest(String accept, String expected) {
        assertThat(best(accept)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"text/plain", "text/*", "application/pidf+xml;q=0", "*/*;q=0.0", "''"})
    void whatHeDoesNotTakeHeDoesNotGet(String accept) {
        assertThat(best(accept)).isEmpty();
    }

    /** Linphone spreads its types over three header fields. */
    @Test
    void severalHeaderFieldsCountTogether() {
        SipHeaders headers = SipHeaders.builder()
                .add("Accept", "multipart/related")
                .add("Accept", "application/cpim-pidf+xml")
                .build();

        assertThat(AcceptedTypes.best(headers, OFFERED)).contains("application/cpim-pidf+xml");
    }

    private static Optional<String> best(String accept) {
        return AcceptedTypes.best(SipHeaders.builder().add("Accept", accept).build(), OFFERED);
    }
}
