package presentry.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.agent.endpoint.Identification.Identified;
import presentry.agent.endpoint.Identification.Refused;
import presentry.agent.endpoint.Identification.Unauthenticated;
import presentry.sip.message.SipRequest;
import presentry.sip.transport.Transport;
import presentry.uri.CanonicalUri;
import presentry.uri.ServedDomains;

/** Who asks: RFC 3325, sections 5, 8 and 9.1; RFC 3323, section 4.1.1.3. */
class IdentityReaderTest {
    private static final String ASSERTED = "P-Asserted-Identity";

    private static final ServedDomains DOMAINS = new ServedDomains(Set.of("example.com"));

    private final IdentityReader reader = new IdentityReader(Trust.LOOPBACK, DOMAINS);

    @Test
    void whatATrustedPeerAssertsCountsAndFromDoesNot() {
        assertThat(identities(Requests.subscribe().header(ASSERTED, "\"Carol\" <sip:carol@example.com>")))
                .containsExactly("sip:carol@example.com");
    }

    /** RFC 3325, section 9.1: a SIP URI and a telephone number of one user, in one header field or in two. */
    @Test
    void eachAssertedIdentityCounts() {
        assertThat(identities(Requests.subscribe()
                        .header(ASSERTED, "<sip:carol@example.com>")
                        .header(ASSERTED, "tel:+14085264000")))
                .containsExactly("sip:carol@example.com", "tel:+14085264000");
    }

    @Test
    void fromCountsWhereNothingIsAssertedAndThePeerIsTrustedForIt() {
        assertThat(identities(Requests.subscribe())).containsExactly("sip:bob@example.com");
    }

    @Test
    void fromDoesNotCountFromAPeerThatIsTrustedForAssertionsAlone() {
        IdentityReader strict =
                new IdentityReader(new Trust(InetAddress::isLoopbackAddress, peer -> false, Set.of()), DOMAINS);

        assertThat(strict.read(Requests.subscribe().build(), Edge.UDP)).isInstanceOf(Unauthenticated.class);
    }

    /** RFC 3325, section 8. */
    @Test
    void nothingCountsFromOthers() {
        SipRequest request =
                Requests.subscribe().header(ASSERTED, "<sip:carol@example.com>").build();

        assertThat(reader.read(request, Edge.STRANGER)).isInstanceOf(Refused.class);
    }

    /** Anybody can write the proxy's address on a datagram that comes from another machine. */
    @Test
    void aPeerOnAnotherMachineIsBelievedOnlyOnTheTransportsThatAreTrusted() {
        IdentityReader trusting =
                new IdentityReader(new Trust(peer -> true, peer -> true, Set.of(Transport.TCP)), DOMAINS);
        SipRequest request = Requests.subscribe().build();

        assertThat(trusting.read(request, Edge.flow("TCP", "192.0.2.9"))).isInstanceOf(Identified.class);
        assertThat(trusting.read(request, Edge.flow("UDP", "192.0.2.9"))).isEqualTo(new Refused("trust.transports"));
        assertThat(trusting.read(request, Edge.flow("UDP", "127.0.0.1"))).isInstanceOf(Identified.class);
    }

    @Test
    void whatIsRefusedNamesTheKeyThatWouldHaveToBeChanged() {
        assertThat(reader.read(Requests.subscribe().build(), Edge.STRANGER)).isEqualTo(new Refused("trust.peers"));
    }

    /** RFC 3323, section 4.1.1.3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:anonymous@anonymous.invalid>;tag=1",
                "<sip:Anonymous@example.com>;tag=1",
                "<sip:bob@host.INVALID>;tag=1",
                "<sip:bob@invalid>;tag=1"
            })
    void whoHidesIsUnauthenticated(String from) {
        assertThat(read(Requests.subscribe().from(from))).isInstanceOf(Unauthenticated.class);
    }

    /** An identity that a rule excludes must not slip through unread. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "<sip:carol@example.com>, nonsense",
                "<sip:carol@example.com>, <mailto:carol@example.com>",
                "<sip:carol@example.com>, <sip:carol@example.com..>",
                "<sip:carol@example.com"
            })
    void oneAssertedIdentityThatCannotBeReadSpoilsAll(String value) {
        assertThat(read(Requests.subscribe().header(ASSERTED, value))).isInstanceOf(Unauthenticated.class);
    }

    /** RFC 3261, section 19.1.1, table 1: what has no place in From is ignored there; of a user of ours nothing else counts either. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:bob@example.com:5060",
                "sip:bob@example.com:5065",
                "sip:bob@EXAMPLE.COM;transport=tcp",
                "sip:bob@example.com;lr;maddr=192.0.2.1;ttl=1;method=INVITE",
                "sip:bob@example.com;user=phone;x=y",
                "sip:bob:secret@example.com?subject=hello",
                "sip:%62ob@example.com"
            })
    void aUserOfOursIsHisAddressAndNothingElse(String uri) {
        assertThat(identities(Requests.subscribe().from("<" + uri + ">;tag=1"))).containsExactly("sip:bob@example.com");
        assertThat(identities(Requests.subscribe().header(ASSERTED, "<" + uri + ">")))
                .containsExactly("sip:bob@example.com");
    }

    /** Rules for either scheme reach him; else sips would take him out of reach of a rule that excludes him. */
    @Test
    void aUserOfOursWhoIsAssertedAsSipsIsTheSipUserToo() {
        assertThat(identities(Requests.subscribe().header(ASSERTED, "<sips:bob@example.com:5061>")))
                .containsExactly("sip:bob@example.com", "sips:bob@example.com");
    }

    @Test
    void ofAnotherDomainAnAssertedPortTellsUsersApart() {
        assertThat(identities(Requests.subscribe().header(ASSERTED, "<sip:bob@elsewhere.test:5080>")))
                .containsExactly("sip:bob@elsewhere.test:5080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:bob@elsewhere.test:5060",
                "sip:bob@elsewhere.test;Transport=tcp",
                "sip:bob@elsewhere.test;user=phone;maddr=192.0.2.1",
                "sip:bob@elsewhere.test?subject=hello"
            })
    void ofAnotherDomainTooFromHasNoPort(String uri) {
        assertThat(identities(Requests.subscribe().from("<" + uri + ">;tag=1")))
                .containsExactly("sip:bob@elsewhere.test");
    }

    /** A parameter in From must not take its sender out of reach of a rule about his address. */
    @Test
    void theAddressOfRecordCountsBesideASpellingWithParameters() {
        assertThat(identities(Requests.subscribe().from("<sip:bob@elsewhere.test;user=phone>;tag=1")))
                .containsExactly("sip:bob@elsewhere.test", "sip:bob@elsewhere.test;user=phone");
    }

    /** RFC 5025, section 3.1.1.2: anonymity has no impact on the identity. */
    @Test
    void whoWantsToBeAnonymousKeepsHisIdentity() {
        assertThat(identities(Requests.subscribe()
                        .header(ASSERTED, "<sip:carol@example.com>")
                        .header("Privacy", "id")))
                .containsExactly("sip:carol@example.com");
    }

    /** RFC 3323, section 4.2; RFC 3325, section 9.3. */
    @ParameterizedTest
    @CsvSource({"id, true", "ID, true", "user;critical, true", "'header, id', true", "none, false", "header, false"})
    void theWishToBeAnonymousIsNoted(String privacy, boolean anonymous) {
        Identified identified = (Identified) read(Requests.subscribe().header("Privacy", privacy));

        assertThat(identified.watcher().identity().anonymousRequest()).isEqualTo(anonymous);
    }

    private Identification read(SipRequest.Builder request) {
        return reader.read(request.build(), Edge.UDP);
    }

    private List<String> identities(SipRequest.Builder request) {
        Identified identified = (Identified) read(request);
        return identified.watcher().identity().uris().stream()
                .map(CanonicalUri::text)
                .toList();
    }
}
