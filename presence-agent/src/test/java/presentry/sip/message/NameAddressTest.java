package presentry.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3261, sections 20.10 and 25.1: name-addr and addr-spec. */
class NameAddressTest {
    private static NameAddress read(String text) {
        return NameAddress.parse(text).orElseThrow();
    }

    @Test
    void theUriIsKeptAsItWasWritten() {
        assertThat(read("<sip:user-0x5563c8dd6b00@127.0.0.1:5070;Transport=UDP>")
                        .uri())
                .isEqualTo("sip:user-0x5563c8dd6b00@127.0.0.1:5070;Transport=UDP");
    }

    /** Without brackets the parameters are those of the header field (RFC 3261, section 20.10). */
    @Test
    void withoutBracketsParametersBelongToTheHeaderField() {
        assertThat(read("sip:bob@example.test;tag=7"))
                .isEqualTo(new NameAddress("", "sip:bob@example.test", Map.of("tag", "7")));
    }

    @Test
    void insideBracketsParametersBelongToTheUri() {
        assertThat(read("<sip:bob@example.test;method=x>;tag=7"))
                .isEqualTo(new NameAddress("", "sip:bob@example.test;method=x", Map.of("tag", "7")));
    }

    @Test
    void aQuotedDisplayNameMayContainAnything() {
        assertThat(read("\"Bob \\\"<the>\\\" builder; esq., \" <sip:bob@example.test>")
                        .displayName())
                .isEqualTo("Bob \"<the>\" builder; esq., ");
    }

    @Test
    void namesOfParametersCompareWithoutCaseAndQuotesAreTakenOff() {
        assertThat(read("<sip:b@c>;TAG=x;+sip.instance=\"<urn:uuid:1>\"").parameters())
                .containsExactly(Map.entry("tag", "x"), Map.entry("+sip.instance", "<urn:uuid:1>"));
    }

    @Test
    void whiteSpaceIsAllowedAroundTheParts() {
        assertThat(read("sip:bob@example.test ;   tag    = 19")).isEqualTo(read("sip:bob@example.test;tag=19"));
    }

    @Test
    void whatIsWrittenCanBeReadAgain() {
        NameAddress address = read("\"a \\\\ \\\" b\" <sip:b@c>;tag=x;+sip.instance=\"<urn:uuid:1>\";flag");

        assertThat(read(address.text())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bob",
                "<>",
                "<bob>",
                "<sip:>",
                "<sip:bob@>",
                "<sip:bob@example.test",
                "sip:bob@example.test>",
                "<sip:bob@example.test>tag=1",
                "<sip:bob@example.test>;;",
                "<sip:b ob@example.test>",
                "< sip:bob@example.test >",
                "\"Bob <sip:bob@example.test>",
                "Bob, B. <sip:bob@example.test>",
                "bob@work <sip:bob@example.test>",
                "sip:bob@example.test?Route=x",
                "<sip:bob@example.test>;x=\"y",
                "<sip:bob@example.test:70x0>",
            })
    void whatTheGrammarForbidsIsNotRead(String text) {
        assertThat(NameAddress.parse(text)).isEmpty();
    }
}
