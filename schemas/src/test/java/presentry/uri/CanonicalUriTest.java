package presentry.uri;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUriTest {

    /** RFC 3261, section 19.1.4: the sets of equivalent URIs given there, and what its rules say beyond them. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "  ",
            value = {
                "sip:%61lice@atlanta.com;transport=TCP  sip:alice@AtLanTa.CoM;Transport=tcp",
                "sip:carol@chicago.com  sip:carol@chicago.com;newparam=5",
                "sip:carol@chicago.com  sip:carol@chicago.com;security=on",
                "sip:carol@chicago.com;newparam=5  sip:carol@chicago.com;security=on",
                "sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com"
                        + "  sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com",
                "sip:alice@atlanta.com?subject=project%20x&priority=urgent"
                        + "  sip:alice@atlanta.com?priority=urgent&subject=project%20x",
                "SIP:alice@example.com  sip:alice@example.com",
                "sip:alice:secret@example.com  sip:alice:s%65cret@EXAMPLE.com",
                "sip:alice%2bhome@example.com  sip:alice%2Bhome@example.com",
                "sip:alice@example.com:5070  sip:alice@example.com:05070",
                "sip:alice@example.com;lr  sip:alice@example.com;LR",
                "sip:alice@[2001:db8::1]  sip:alice@[2001:DB8:0:0::0001]",
                "sip:alice@[::ffff:192.0.2.1]  sip:alice@[::FFFF:c000:201]",
                "sip:alice@192.0.2.1  sip:alice@192.0.002.1",
                "sip:alice@bücher.example  sip:alice@XN--BCHER-KVA.example",
                "sip:alice@b%C3%BCcher.example  sip:alice@xn--bcher-kva.example",
                "sip:jürgen@example.com  sip:j%c3%bcrgen@example.com",
            })
    void sipUrisAreEqual(String one, String other) {
        assertThat(uri(one).matches(uri(other))).isTrue();
    }

    /** RFC 3261, section 19.1.4: the sets of different URIs given there, and what its rules say beyond them. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "  ",
            value = {
                "SIP:ALICE@AtLanTa.CoM;Transport=udp  sip:alice@AtLanTa.CoM;Transport=UDP",
                "sip:bob@biloxi.com  sip:bob@biloxi.com:5060",
                "sip:bob@biloxi.com  sip:bob@biloxi.com;transport=udp",
                "sip:bob@biloxi.com  sip:bob@biloxi.com:6000;transport=tcp",
                "sip:carol@chicago.com  sip:carol@chicago.com?Subject=next%20meeting",
                "sip:bob@phone21.boxesbybob.com  sip:bob@192.0.2.4",
                "sip:carol@chicago.com;security=on  sip:carol@chicago.com;security=off",
                "sip:alice@example.com  sips:alice@example.com",
                "sip:alice@example.com  pres:alice@example.com",
                "sip:+15550100@example.com;user=phone  tel:+15550100",
                "sip:alice@example.com  sip:example.com",
                "sip:alice@example.com  sip:alice:secret@example.com",
                "sip:alice:Secret@example.com  sip:alice:secret@example.com",
                "sip:alice+home@example.com  sip:alice%2Bhome@example.com",
                "sip:alice@example.com;user=ip  sip:alice@example.com",
                "sip:alice@example.com;ttl=1  sip:alice@example.com",
                "sip:alice@example.com;method=INVITE  sip:alice@example.com",
                "sip:alice@example.com;maddr=192.0.2.1  sip:alice@example.com",
                "sip:alice@example.com;lr  sip:alice@example.com;lr=on",
            })
    void sipUrisAreDifferent(String one, String other) {
        assertThat(uri(one).matches(uri(other))).isFalse();
    }

    /** RFC 3966, section 4. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "  ",
            value = {
                "tel:+1-201-555-0123  tel:+12015550123",
                "tel:+1(201)555.0123;ext=1-2  TEL:+12015550123;EXT=12",
                "tel:7042;phone-context=Example.COM  tel:7042;phone-context=example.com",
                "tel:863-1234;phone-context=+1-914-555  tel:8631234;phone-context=+1914555",
                "tel:+12015550123;ext=1;isub=a  tel:+12015550123;isub=A;ext=1",
                "tel:7A2;phone-context=example.com  tel:7a2;phone-context=example.com",
            })
    void telUrisAreEqual(String one, String other) {
        assertThat(uri(one).matches(uri(other))).isTrue();
    }

    /** RFC 3966, section 4. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "  ",
            value = {
                "tel:+12015550123  tel:+12015550124",
                "tel:+12015550123  tel:+12015550123;ext=1",
                "tel:7042;phone-context=example.com  tel:7042;phone-context=example.net",
                "tel:7042;phone-context=example.com  tel:+7042",
            })
    void telUrisAreDifferent(String one, String other) {
        assertThat(uri(one).matches(uri(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "  ",
            value = {
                "pres:alice@EXAMPLE.com  pres:alice@example.com  true",
                "pres:Alice@example.com  pres:alice@example.com  false",
                "mailto:alice@example.com  mailto:%61lice@example.com  true",
                "mailto:alice@example.com  mailto:alice@example.com?subject=x  false",
                "XMPP:alice@example.com  xmpp:%61lice@example.com  true",
                "urn:service:sos  urn:service:SOS  false",
                "urn:a%2fb  urn:a%2Fb  true",
                "urn:a%2Fb  urn:a/b  false",
            })
    void otherSchemesAreComparedByTheirOwnRules(String one, String other, boolean equal) {
        assertThat(uri(one).matches(uri(other))).isEqualTo(equal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":",
                "alice",
                "bob@example.com",
                "sip:",
                "sip:@example.com",
                "sip:alice@",
                "sip:alice@home@example.com",
                "sip:alice@example.com:",
                "sip:alice@example.com:0",
                "sip:alice@example.com:65536",
                "sip:alice@example.com:50x",
                "sip:alice@example.com;",
                "sip:alice@example.com;=1",
                "sip:alice@example.com;a=",
                "sip:alice@example.com;a=1;A=2",
                "sip:alice@example.com?",
                "sip:alice@example.com?subject",
                "sip:%4@example.com",
                "sip:%zz@example.com",
                "sip:a lice@example.com",
                "<sip:alice@example.com>",
                "sip:alice@exa mple.com",
                "sip:alice@exa%40mple.com",
                "sip:alice@[2001:db8::1",
                "sip:alice@[2001:db8::1]x",
                "sip:alice@[::g]",
                "sip:alice@[fe80::1%25eth0]",
                "sip:alice@192.0.2.256",
                "sip:alice@192.0.2",
                "sip:alice@example.com\r\nTo:x",
                "sip:al\u0000ice@example.com",
                "sip:al\ud800ice@example.com",
                "sip:alice@-\u00fc..example",
                "tel:",
                "tel:+",
                "tel:+1a",
                "tel:5550100",
                "mailto:alice",
                "mailto:alice@example.com,bob@example.com",
                "pres:@example.com",
                "urn:",
                "1sip:alice@example.com",
                "\u017fip:alice@example.com",
            })
    void whatIsNoUriIsRefused(String text) {
        assertThat(CanonicalUri.parse(text)).isEmpty();
    }

    @Test
    void surroundingWhiteSpaceIsNoPartOfTheUri() {
        assertThat(uri("\n\t sip:alice@example.com \r\n").text()).isEqualTo("sip:alice@example.com");
    }

    @Test
    void lengthIsBounded() {
        String longest = "sip:" + "a".repeat(CanonicalUri.MAX_LENGTH - "sip:@example.com".length()) + "@example.com";

        assertThat(CanonicalUri.parse(longest)).isPresent();
        assertThat(CanonicalUri.parse(longest.replace("sip:", "sip:a"))).isEmpty();
    }

    @Test
    void partsAreFoundInAUriThatHasThemAll() {
        var uri = uri("SIPS:Al%69ce:Pw@Example.COM:5070;Zeta=1;transport=TCP;alpha?Subject=Hi");

        assertThat(uri.scheme()).isEqualTo("sips");
        assertThat(uri.user()).contains("Alice");
        assertThat(uri.host()).contains("example.com");
        assertThat(uri.port()).hasValue(5070);
        assertThat(uri.hasLooseParameters()).isTrue();
        assertThat(uri.strictKey()).isEqualTo("sips:Alice:Pw@example.com:5070;transport=tcp?subject=Hi");
        assertThat(uri).hasToString("sips:Alice:Pw@example.com:5070;alpha;transport=tcp;zeta=1?subject=Hi");
        assertThat(uri.aor()).isEqualTo(Aor.of("sips", "Alice", "example.com", 5070));
    }

    @Test
    void telUrisHaveNoHost() {
        var uri = uri("tel:+1-555-0100");

        assertThat(uri.host()).isEmpty();
        assertThat(uri.user()).contains("+15550100");
    }

    /** RFC 1034, section 3.1: the dot at the end says that the name is complete, as all names of URIs are. */
    @Test
    void aDomainWithADotAtItsEndIsTheSameDomain() {
        var dotted = uri("sip:alice@Example.com.:5080;transport=tcp");

        assertThat(dotted.matches(uri("sip:alice@example.com:5080;transport=tcp")))
                .isTrue();
        assertThat(dotted.host()).contains("example.com");
        assertThat(uri("mailto:alice@example.com.").aor())
                .isEqualTo(uri("mailto:alice@example.com").aor());
    }

    /** RFC 4745, section 7.1.3: when the conversion fails the domains are not equal. */
    @ParameterizedTest
    @ValueSource(strings = {"sip:alice@example.com..", "sip:alice@a..b", "sip:alice@.example.com"})
    void aHostWithAnEmptyLabelLiesInNoDomain(String text) {
        assertThat(uri(text).host()).isEmpty();
    }

    @Test
    void addressesKeepTheirBrackets() {
        assertThat(uri("sip:[2001:db8:0:0:1:0:0:1]:5060").host()).contains("[2001:db8::1:0:0:1]");
        assertThat(uri("sip:[0:0::0]").host()).contains("[::]");
        assertThat(uri("sip:[1:0:2:3:4:5:6:7]").host()).contains("[1:0:2:3:4:5:6:7]");
    }

    @Test
    void equalsIsStricterThanMatches() {
        var plain = uri("sip:carol@chicago.com");
        var secure = uri("sip:carol@chicago.com;security=on");

        assertThat(plain.matches(secure)).isTrue();
        assertThat(plain).isNotEqualTo(secure);
        assertThat(plain.strictKey()).isEqualTo(secure.strictKey());
    }

    private static CanonicalUri uri(String text) {
        return CanonicalUri.parse(text).orElseThrow();
    }
}
