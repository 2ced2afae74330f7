package presentry.uri;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CanonicalUriPropertyTest {

    @Property
    void theCanonicalTextIsReadBackAsTheSameUri(@ForAll("uris") String text) {
        var uri = CanonicalUri.parse(text).orElseThrow();

        assertThat(CanonicalUri.parse(uri.text())).contains(uri);
    }

    @Property
    void theAddressOfRecordIsReadBackAsTheSameAddress(@ForAll("uris") String text) {
        var aor = CanonicalUri.parse(text).orElseThrow().aor();

        assertThat(aor.uri().aor()).isEqualTo(aor);
    }

    @Property
    void anyTextIsEitherRefusedOrReadBackAsTheSameUri(@ForAll("nearlyUris") String text) {
        CanonicalUri.parse(text)
                .ifPresent(uri -> assertThat(CanonicalUri.parse(uri.text())).contains(uri));
    }

    @Property
    void everyUriMatchesItself(@ForAll("uris") String text) {
        var uri = CanonicalUri.parse(text).orElseThrow();

        assertThat(uri.matches(uri)).isTrue();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void matchingIsSymmetric(@ForAll("uris") String one, @ForAll("uris") String other) {
        var first = CanonicalUri.parse(one).orElseThrow();
        var second = CanonicalUri.parse(other).orElseThrow();

        assertThat(first.matches(second)).isEqualTo(second.matches(first));
    }

    @Property
    void escapingAnUnreservedCharacterOfTheUserChangesNothing(@ForAll("users") String user, @ForAll int seed) {
        var plain = CanonicalUri.parse("sip:" + user + "@example.com").orElseThrow();

        var escaped = CanonicalUri.parse("sip:" + withOneEscape(user, seed) + "@example.com");

        assertThat(escaped).contains(plain);
    }

    @Provide
    Arbitrary<String> uris() {
        var ports = Arbitraries.of("", ":5060", ":5061", ":70");
        var suffixes = Arbitraries.of(
                "",
                ";transport=tcp",
                ";TRANSPORT=TCP;user=phone",
                ";security=on",
                ";security=off",
                ";x=%2f%41;lr",
                "?subject=a%20b",
                ";method=INVITE?b=2&a=1&b=1");
        return Combinators.combine(Arbitraries.of("sip:", "sips:", "SIP:"), users(), hosts(), ports, suffixes)
                .as((scheme, user, host, port, suffix) -> scheme + user + "@" + host + port + suffix);
    }

    @Provide
    Arbitrary<String> users() {
        return Arbitraries.of(
                        "alice", "Bob", "a%2Fb", "+15550100", "j\u00fcrgen", "x!~*'()", "a;b?c/d&e=f+g$h,i", "#31#1")
                .flatMap(user -> Arbitraries.of("", "z", "%7a", "%20").map(end -> user + end));
    }

    @Provide
    Arbitrary<String> nearlyUris() {
        return Arbitraries.strings()
                .withChars("siptelmao:@;?&=%41[]. \u00fc\ud83d\ude00+-")
                .ofMaxLength(24)
                .flatMap(text -> Arbitraries.of("", "sip:", "sip:a@", "tel:+1", "mailto:a@", "x:")
                        .map(start -> start + text));
    }

    private static Arbitrary<String> hosts() {
        return Arbitraries.of(
                "example.com",
                "EXAMPLE.com",
                "example.com.",
                "192.0.2.1",
                "[2001:DB8::1]",
                "b\u00fccher.example",
                "host_1");
    }

    private static String withOneEscape(String text, int seed) {
        int at = Math.floorMod(seed, text.length());
        char character = text.charAt(at);
        boolean insideEscape = text.lastIndexOf('%', at) >= Math.max(0, at - 2) && text.lastIndexOf('%', at) >= 0;
        return insideEscape || !UriCharacters.UNRESERVED.contains(character)
                ? text
                : text.substring(0, at) + "%" + Integer.toHexString(character) + text.substring(at + 1);
    }
}
