package presentry.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known at one glance is what the grammar of RFC 3261, section 20.42, says. */
class PlainViaTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SIP/2.0/UDP 192.0.2.1:5070;branch=z9hG4bK77;rport",
                "SIP/2.0/TCP proxy.example.com;branch=z9hG4bK77",
                "SIP/2.0/UDP a.example",
                "SIP/2.0/UDP 192.0.2.1;rport=5060;received=192.0.2.9;branch=z9hG4bK77",
            })
    void thePlainOnesAreKnown(String text) {
        assertThat(PlainVia.read(text)).isEqualTo(JainGrammar.via(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SIP/2.0/SCTP a.example",
                "sip/2.0/udp a.example",
                "SIP / 2.0 / UDP a.example",
                "SIP/2.0/UDP  a.example",
                "SIP/2.0/UDP a.example;",
                "SIP/2.0/UDP a.example;branch=",
                "SIP/2.0/UDP a.example;branch=\"1\"",
                "SIP/2.0/UDP a.example;maddr=192.0.2.1",
                "SIP/2.0/UDP [2001:db8::1]",
                "SIP/2.0/UDP",
                "",
            })
    void theOthersAreLeftToTheGrammar(String text) {
        assertThat(PlainVia.read(text)).isEmpty();
    }

    @Property
    void whatIsKnownTheGrammarSaysToo(@ForAll("nearlyPlain") String text) {
        PlainVia.read(text).ifPresent(plain -> assertThat(JainGrammar.via(text)).contains(plain));
    }

    @Provide
    static Arbitrary<String> nearlyPlain() {
        Arbitrary<String> protocol = Arbitraries.of("SIP/2.0/UDP ", "SIP/2.0/TCP ", "SIP/2.0/UDP");
        Arbitrary<String> host =
                Arbitraries.strings().withChars("ab019.-").ofMinLength(1).ofMaxLength(12);
        Arbitrary<String> port = Arbitraries.of("", ":", ":5060", ":65536");
        Arbitrary<List<String>> parameters = Arbitraries.of(
                        "branch=z9hG4bK1",
                        "branch=a.b-c!%*_+`'~",
                        "branch",
                        "rport",
                        "rport=",
                        "rport=5060",
                        "rport=x",
                        "received=192.0.2.1",
                        "received=a.example",
                        "received=",
                        "ttl=1",
                        "")
                .list()
                .ofMaxSize(3);
        return Combinators.combine(protocol, host, port, parameters)
                .as((name, place, number, rest) -> name
                        + place
                        + number
                        + String.join("", rest.stream().map(one -> ";" + one).toList()));
    }
}
