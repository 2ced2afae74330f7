package presentry.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3863, section 4; RFC 4479; RFC 4480, section 3; RFC 4482, section 3. */
class PresenceGrammarTest {

    private static final SchemaCatalog CATALOG = SchemaCatalog.standard();

    @Test
    void aDocumentWithAllThatThePresenceSpecificationsOfferIsValid() {
        String content = """
            <tuple id="phone">
              <status><basic>open</basic><x:registered xmlns:x="urn:example:x">yes</x:registered></status>
              <dm:deviceID>urn:uuid:48662e19-5fbf-43fc-a2fd-d23002787599</dm:deviceID>
              <rpid:class>business</rpid:class>
              <rpid:privacy><rpid:audio/><rpid:video/></rpid:privacy>
              <rpid:relationship><rpid:self/></rpid:relationship>
              <rpid:service-class><rpid:electronic/></rpid:service-class>
              <rpid:status-icon from="2026-01-01T10:00:00Z">http://example.com/open.png</rpid:status-icon>
              <rpid:user-input idle-threshold="600" last-input="2026-01-01T13:20:00-05:00">idle</rpid:user-input>
              <contact priority="0.8">sip:alice@phone.example.com</contact>
              <note xml:lang="en">Rings at the desk</note>
              <note xml:lang="">?</note>
              <timestamp>2026-01-01T10:00:00Z</timestamp>
            </tuple>
            <tuple id="parcels">
              <status/>
              <rpid:service-class><rpid:postal/></rpid:service-class>
            </tuple>
            <note>Back on Monday</note>
            <dm:person id="alice">
              <cipid:display-name>Alice</cipid:display-name>
              <cipid:card>http://example.com/alice.vcf</cipid:card>
              <cipid:homepage>http://example.com/alice</cipid:homepage>
              <cipid:icon>http://example.com/alice.png</cipid:icon>
              <cipid:map>http://example.com/alice.gml</cipid:map>
              <cipid:sound>http://example.com/alice.ogg</cipid:sound>
              <rpid:activities from="2026-01-01T10:00:00Z" until="2026-01-01T11:00:00Z" id="a1">
                <rpid:note>Quarterly figures</rpid:note>
                <rpid:meeting/><rpid:on-the-phone/><rpid:other>doodling</rpid:other>
                <x:counting xmlns:x="urn:example:x"/>
              </rpid:activities>
              <rpid:class>business</rpid:class>
              <rpid:mood><rpid:in_awe/><rpid:contented/></rpid:mood>
              <rpid:place-is><rpid:audio><rpid:noisy/></rpid:audio><rpid:text><rpid:ok/></rpid:text></rpid:place-is>
              <rpid:place-type><lt:office xmlns:lt="urn:ietf:params:xml:ns:location-type"/></rpid:place-type>
              <rpid:privacy><rpid:unknown/></rpid:privacy>
              <rpid:sphere><rpid:work/></rpid:sphere>
              <rpid:time-offset description="Europe/Vienna">60</rpid:time-offset>
              <dm:note>Do not disturb</dm:note>
              <dm:timestamp>2026-01-01T10:00:00Z</dm:timestamp>
            </dm:person>
            <dm:device id="desk">
              <rpid:user-input>active</rpid:user-input>
              <dm:deviceID>urn:uuid:48662e19-5fbf-43fc-a2fd-d23002787599</dm:deviceID>
              <dm:note>On the desk</dm:note>
            </dm:device>
            """;

        assertThat(presence(content)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<x:anything xmlns:x='urn:example:x'><x:more/></x:anything>",
                "<x:anything xmlns:x='urn:example:x' p:mustUnderstand='true' xmlns:p='urn:ietf:params:xml:ns:pidf'/>",
                "<dm:person id='a'><rpid:sphere>bowling league</rpid:sphere></dm:person>",
                "<dm:person id='a'><rpid:sphere/></dm:person>",
                "<dm:person id='a'><rpid:activities/></dm:person>",
                "<dm:person id='a'><rpid:activities><rpid:unknown/></rpid:activities></dm:person>",
            })
    void documentIsValid(String content) {
        assertThat(presence(content)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<tuple><status/></tuple>",
                "<tuple id='a'/>",
                "<tuple id='a'><status/></tuple><tuple id='a'><status/></tuple>",
                "<tuple id='a'><status/></tuple><dm:person id='a'/>",
                "<tuple id='a'><status><basic>away</basic></status></tuple>",
                "<tuple id='a'><status/><contact priority='1.1'>sip:a@b</contact></tuple>",
                "<tuple id='a'><status/><contact>sip:a@b</contact><rpid:class>c</rpid:class></tuple>",
                "<tuple id='a'><status/><timestamp>now</timestamp></tuple>",
                "<note>first</note><tuple id='a'><status/></tuple>",
                "<dm:person/>",
                "<dm:device id='a'/>",
                "<dm:persn id='a'/>",
                "<rpid:moody/>",
                "<dm:person id='a'><rpid:activities><rpid:bussy/></rpid:activities></dm:person>",
                "<dm:person id='a'><rpid:activities><rpid:unknown/><rpid:busy/></rpid:activities></dm:person>",
                "<dm:person id='a'><rpid:mood/></dm:person>",
                "<dm:person id='a'><rpid:time-offset>an hour</rpid:time-offset></dm:person>",
                "<dm:person id='a'><rpid:user-input>asleep</rpid:user-input></dm:person>",
                "<dm:person id='a'><dm:timestamp>2026-01-01T10:00:00Z</dm:timestamp><dm:note>n</dm:note></dm:person>",
                "<dm:person id='a'><cipid:name>Alice</cipid:name></dm:person>",
            })
    void whatAPresenceDocumentMustNotHoldIsAProblem(String content) {
        assertThat(presence(content)).isPresent();
    }

    @Test
    void theEntityIsNeeded() {
        assertThat(CATALOG.validate(Grammar.PIDF, "<presence xmlns='urn:ietf:params:xml:ns:pidf'/>"))
                .isPresent();
    }

    private static Optional<SchemaProblem> presence(String content) {
        return CATALOG.validate(
                Grammar.PIDF,
                "<presence xmlns='urn:ietf:params:xml:ns:pidf' xmlns:dm='urn:ietf:params:xml:ns:pidf:data-model'"
                    + " xmlns:rpid='urn:ietf:params:xml:ns:pidf:rpid' xmlns:cipid='urn:ietf:params:xml:ns:pidf:cipid'"
                    + " entity='sip:alice@example.com'>" + content + "</presence>");
    }
}
