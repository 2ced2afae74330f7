package presentry.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as they travel. */
class MessageWriterTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "J\u00fcrgen", "\u20ac", "\ud83d\ude00 and more"})
    void theLengthIsKnownWithoutWriting(String text) {
        SipRequest request = SipRequest.builder("MESSAGE", "sip:bob@example.com")
                .from("<sip:alice@example.com>;tag=1")
                .to("<sip:bob@example.com>")
                .callId("call")
                .cseq(1)
                .header("Subject", text)
                .body("text/plain", text.repeat(30).getBytes(StandardCharsets.UTF_8))
                .build();

        assertThat(MessageWriter.length(request)).isEqualTo(MessageWriter.write(request).length);
    }
}
