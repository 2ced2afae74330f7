package presentry.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known at one glance is what the grammar of RFC 3261, section 25.1, says. */
class PlainSipUriTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:alice@example.com",
                "sip:a-b_c.d@a.b1-c:5070",
                "sip:alice@192.0.2.1:65535",
                "sip:1@h",
                "sip:a@h;transport=tcp",
                "sip:a@192.0.2.1:5070;transport=udp"
            })
    void thePlainOnesAreKnown(String text) {
        assertThat(PlainSipUri.read(text)).isEqualTo(JainGrammar.sipUri(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sips:alice@example.com",
                "sip:example.com",
                "sip:alice@Example.com",
                "sip:alice@example.com;transport=tls",
                "sip:alice@example.com;transport=tcp;lr",
                "sip:alice:secret@example.com",
                "sip:alice@example.com:",
                "sip:alice@example.com:0",
                "sip:alice@example.com:65536",
                "sip:alice@1.2.3",
                "sip:alice@1.2.3.256",
                "sip:alice@[2001:db8::1]",
                "sip:alice@example..com",
                "sip:alice@example.com.",
                "sip:alice@-a.com",
                "sip:alice@",
            })
    void theOthersAreLeftToTheGrammar(String text) {
        assertThat(PlainSipUri.read(text)).isEmpty();
    }

    @Property
    void whatIsKnownTheGrammarSaysToo(@ForAll("nearlyPlain") String text) {
        PlainSipUri.read(text)
                .ifPresent(plain -> assertThat(JainGrammar.sipUri(text)).contains(plain));
    }

    /** Also with brackets and a tag. */
    @Property
    void anAddressThatIsKnownTheGrammarAllows(@ForAll("nearlyPlain") String uri, @ForAll("nearlyTags") String tag) {
        String text = "<" + uri + ">;tag=" + tag;

        NameAddress.parse(text)
                .ifPresent(read -> assertThat(JainGrammar.allowsAddress(text)).isTrue());
    }

    @Provide
    static Arbitrary<String> nearlyPlain() {
        Arbitrary<String> user =
                Arbitraries.strings().withChars("aZ9-_.!;:%@").ofMinLength(1).ofMaxLength(6);
        Arbitrary<String> host =
                Arbitraries.strings().withChars("ab019.-").ofMinLength(1).ofMaxLength(12);
        Arbitrary<String> port =
                Arbitraries.of("", ":", ":0", ":5060", ":05060", ":65536", ":7;transport=udp", ";lr", "?a=b");
        return Combinators.combine(user, host, port).as((name, place, rest) -> "sip:" + name + "@" + place + rest);
    }

    @Provide
    static Arbitrary<String> nearlyTags() {
        return Arbitraries.strings().withChars("aZ9-.!%*_+`'~=;\"").ofMaxLength(6);
    }
}
