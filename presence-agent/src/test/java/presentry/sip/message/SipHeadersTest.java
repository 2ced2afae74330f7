package presentry.sip.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 3261, section 7.3. */
class SipHeadersTest {
    private final SipHeaders headers = SipHeaders.builder()
            .add("v", "SIP/2.0/UDP a;branch=1, SIP/2.0/UDP b")
            .add("VIA", "SIP/2.0/TCP c")
            .add("o", "presence;id=7")
            .add("Accept", "application/pidf+xml;q=0.5, , text/plain")
            .add("X-Quoted", "\"a,b\" <sip:c,d@e>, f")
            .add("Supported", "")
            .build();

    /** Section 7.3.3. */
    @Test
    void compactAndLongNamesAreOneWithoutCase() {
        assertThat(headers.all("Via")).containsExactly("SIP/2.0/UDP a;branch=1, SIP/2.0/UDP b", "SIP/2.0/TCP c");
        assertThat(headers.first("event")).contains("presence;id=7");
    }

    /** Section 7.3.1. */
    @Test
    void listsAreSplitAtCommasOutsideQuotesAndBrackets() {
        assertThat(headers.list("via")).containsExactly("SIP/2.0/UDP a;branch=1", "SIP/2.0/UDP b", "SIP/2.0/TCP c");
        assertThat(headers.list("Accept")).containsExactly("application/pidf+xml;q=0.5", "text/plain");
        assertThat(headers.list("x-quoted")).containsExactly("\"a,b\" <sip:c,d@e>", "f");
    }

    @Test
    void anEmptyHeaderFieldIsThereButHasNoElements() {
        assertThat(headers.contains("Supported")).isTrue();
        assertThat(headers.list("Supported")).isEmpty();
    }

    @Test
    void aValueWithParametersIsTakenApart() {
        assertThat(headers.parameterized("Event")).contains(new ParameterizedValue("presence", Map.of("id", "7")));
    }

    @Test
    void removingTheTopElementLeavesTheRestOfItsLine() {
        SipHeaders changed = headers.toBuilder().removeTop("Via").build();

        assertThat(changed.all("Via")).containsExactly("SIP/2.0/UDP b", "SIP/2.0/TCP c");
    }

    @Test
    void replacingTheTopElementKeepsItsPlace() {
        SipHeaders changed = headers.toBuilder().replaceTop("Via", "new").build();

        assertThat(changed.lines().getFirst()).isEqualTo(new SipHeaders.Line("Via", "new, SIP/2.0/UDP b"));
    }

    /** Nobody can put a header field of his own into one of ours. */
    @Test
    void aValueWithALineEndIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SipHeaders.builder().add("Subject", "a\r\nVia: b"));
    }
}
