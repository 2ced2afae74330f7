package presentry.policy.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.policy.transform.Filtered.components;
import static presentry.policy.transform.Filtered.content;
import static presentry.policy.transform.Filtered.parsed;
import static presentry.policy.transform.Filtered.presence;
import static presentry.policy.transform.Filtered.showing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.policy.model.Attribute;
import presentry.policy.model.OccurrenceSelector;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Permissions;
import presentry.policy.model.UnknownAttribute;
import presentry.policy.model.UserInput;
import presentry.schemas.XmlWriter;

/** RFC 5025, sections 3.3.1 and 3.3.2. */
class PresenceFilterTest {
    private static final String TUPLE = "<tuple id=\"t1\"><status><basic>open</basic></status>"
            + "<r:class>biz</r:class><contact priority=\"0.8\">sip:alice@example.com</contact></tuple>";
    private static final String PERSON = "<dm:person id=\"p1\"><r:class>home</r:class></dm:person>";
    private static final String DEVICE =
            "<dm:device id=\"d1\"><dm:deviceID>urn:uuid:F81D4FAE-7dec-11d0-a765-00a0c91e6bf6</dm:deviceID></dm:device>";

    @Test
    void whoMaySeeEverythingSeesTheDocumentItself() {
        var document = parsed(presence(TUPLE + "<x:anything/>text"));

        assertThat(PresenceFilter.filter(document, Permissions.EVERYTHING)).isSameAs(document);
    }

    @Test
    void whoMaySeeNothingSeesTheEntityOnly() {
        var document = parsed(presence("\n  " + TUPLE + "\n  " + PERSON + "\n" + DEVICE + "<note>away</note>\n"));

        assertThat(XmlWriter.write(PresenceFilter.filter(document, Permissions.NONE)))
                .endsWith("entity=\"sip:alice@example.com\"/>");
    }

    /** RFC 5025, sections 3.3.1.1 to 3.3.1.3. */
    @Test
    void componentsAreGrantedKindByKind() {
        var all = TUPLE + PERSON + DEVICE;

        assertThat(content(all, only("services"))).startsWith("<tuple").doesNotContain("<dm:");
        assertThat(content(all, only("persons"))).isEqualTo("<dm:person id=\"p1\"/>");
        assertThat(content(all, only("devices"))).isEqualTo(DEVICE);
    }

    private static Permissions only(String kind) {
        var all = OccurrenceSet.ALL;
        return switch (kind) {
            case "services" -> Permissions.builder().services(all).build();
            case "persons" -> Permissions.builder().persons(all).build();
            default -> Permissions.builder().devices(all).build();
        };
    }

    /** RFC 5025, section 3.3.1.3. */
    @ParameterizedTest
    @CsvSource({
        "CLASS, biz, true",
        "CLASS, Biz, false",
        "OCCURRENCE_ID, t1, true",
        "OCCURRENCE_ID, T1, false",
        "SERVICE_URI, sip:alice@EXAMPLE.com, true",
        "SERVICE_URI, sip:%61lice@example.com, true",
        "SERVICE_URI, sip:Alice@example.com, false",
        "SERVICE_URI, sips:alice@example.com, false",
        "SERVICE_URI_SCHEME, sip, true",
        "SERVICE_URI_SCHEME, SIP, false",
        "SERVICE_URI_SCHEME, sips, false"
    })
    void aServiceIsSelectedByItsMember(OccurrenceSelector.Kind kind, String value, boolean shown) {
        var permissions =
                Permissions.builder().services(Filtered.only(kind, value)).build();

        assertThat(content(TUPLE, permissions).isEmpty()).isNotEqualTo(shown);
    }

    /** RFC 5025, section 3.3.1.3: the scheme of a contact is compared as it is written. */
    @Test
    void aContactInCapitalsHasAnotherScheme() {
        var permissions = Permissions.builder()
                .services(Filtered.only(OccurrenceSelector.Kind.SERVICE_URI_SCHEME, "sip"))
                .build();

        assertThat(content(TUPLE.replace("sip:alice", "SIP:alice"), permissions))
                .isEmpty();
    }

    /** RFC 5025, section 3.3.1.3: what is not there has no value. */
    @ParameterizedTest
    @EnumSource(names = {"SERVICE_URI", "SERVICE_URI_SCHEME", "CLASS"})
    void aServiceWithoutContactAndClassIsSelectedByNeither(OccurrenceSelector.Kind kind) {
        var permissions =
                Permissions.builder().services(Filtered.only(kind, "")).build();

        assertThat(content("<tuple id=\"t1\"><status><basic>open</basic></status></tuple>", permissions))
                .isEmpty();
    }

    /** RFC 5025, section 3.3.1.1: URI equivalence, which for UUIDs knows no case. */
    @ParameterizedTest
    @CsvSource({
        "DEVICE_ID, urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6, true",
        "DEVICE_ID, URN:UUID:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6, true",
        "DEVICE_ID, urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf7, false",
        "OCCURRENCE_ID, d1, true",
        "CLASS, biz, false"
    })
    void aDeviceIsSelectedByItsMember(OccurrenceSelector.Kind kind, String value, boolean shown) {
        var permissions =
                Permissions.builder().devices(Filtered.only(kind, value)).build();

        assertThat(content(DEVICE, permissions).isEmpty()).isNotEqualTo(shown);
    }

    /** RFC 5025, section 3.3.1: a set for devices says nothing about services. */
    @Test
    void aSetForOneKindSelectsNothingOfAnother() {
        var permissions = Permissions.builder()
                .devices(Filtered.only(OccurrenceSelector.Kind.CLASS, "biz"))
                .build();

        assertThat(content(TUPLE, permissions)).isEmpty();
    }

    /** RFC 5025, section 3.3.2: contact, service-class, basic and timestamp of a service are always reported. */
    @Test
    void whatIsAlwaysReportedOfAServiceStays() {
        var service = "<tuple id=\"t1\"><status><basic>open</basic></status>"
                + "<r:service-class><r:electronic/></r:service-class>"
                + "<contact priority=\"0.8\">sip:alice@example.com</contact>"
                + "<timestamp>2026-11-21T12:00:00Z</timestamp></tuple>";

        assertThat(content(service, components().build())).isEqualTo(service);
    }

    /** RFC 5025, section 3.3.2: timestamp of a person; timestamp and device id of a device. */
    @Test
    void whatIsAlwaysReportedOfPersonsAndDevicesStays() {
        var both = "<dm:person id=\"p1\"><dm:timestamp>2026-11-21T12:00:00Z</dm:timestamp></dm:person>"
                + "<dm:device id=\"d1\"><dm:deviceID>mac:1</dm:deviceID>"
                + "<dm:timestamp>2026-11-21T12:00:00Z</dm:timestamp></dm:device>";

        assertThat(content(both, components().build())).isEqualTo(both);
    }

    /** RFC 5025, sections 3.3.2.1 to 3.3.2.13, and the placement in RFC 4480, table 1. */
    @ParameterizedTest
    @CsvSource({
        "ACTIVITIES, r:activities, false, true, false",
        "CLASS, r:class, true, true, true",
        "DEVICE_ID, dm:deviceID, true, false, true",
        "MOOD, r:mood, false, true, false",
        "PLACE_IS, r:place-is, false, true, false",
        "PLACE_TYPE, r:place-type, false, true, false",
        "PRIVACY, r:privacy, true, true, false",
        "RELATIONSHIP, r:relationship, true, false, false",
        "SPHERE, r:sphere, false, true, false",
        "STATUS_ICON, r:status-icon, true, true, false",
        "TIME_OFFSET, r:time-offset, false, true, false",
        "NOTE, note, true, false, false",
        "NOTE, dm:note, false, true, true"
    })
    void anAttributeIsShownByItsPermissionWhereItBelongs(
            Attribute attribute, String name, boolean inService, boolean inPerson, boolean inDevice) {
        var element = "<" + name + ">v</" + name + ">";
        var shown = showing(attribute);

        assertThat(content(in("tuple", element), shown).contains(element)).isEqualTo(inService);
        assertThat(content(in("dm:person", element), shown).contains(element)).isEqualTo(inPerson);
        assertThat(content(in("dm:device", element), shown).contains(element)).isEqualTo(inDevice);
    }

    /** RFC 5025, section 3.3.2: without its permission an attribute is removed. */
    @ParameterizedTest
    @EnumSource
    void anAttributeIsNotShownByThePermissionsForOthers(Attribute attribute) {
        var others = components();
        for (var other : Attribute.values()) {
            if (other != attribute) {
                others.attribute(other);
            }
        }
        var name = attribute == Attribute.DEVICE_ID ? "dm:deviceID" : "r:" + attribute.element();
        var element = "<" + name + ">v</" + name + ">";

        assertThat(content(in("tuple", element) + in("dm:person", element), others.build()))
                .doesNotContain(element);
    }

    private static String in(String component, String element) {
        return "<" + component + " id=\"i\">" + element + "</" + component + ">";
    }

    /** RFC 5025, section 3.3.2.3: the id in a device is always included. */
    @Test
    void theIdOfADeviceIsShownWithoutPermission() {
        assertThat(content(DEVICE, components().build())).isEqualTo(DEVICE);
    }

    /** RFC 5025, section 3.3.2.13: notes inside attributes go with them. */
    @Test
    void aNoteInsideAnAttributeFollowsTheAttribute() {
        var person = "<dm:person id=\"p1\"><r:activities><r:note>lunch</r:note><r:meal/></r:activities>"
                + "<dm:note>out</dm:note></dm:person>";

        assertThat(content(person, showing(Attribute.ACTIVITIES)))
                .contains("<r:note>lunch</r:note>")
                .doesNotContain("out");
        assertThat(content(person, showing(Attribute.NOTE))).contains("out").doesNotContain("lunch");
    }

    /** RFC 5025 does not place the note of a document as a whole; it follows the permission for notes. */
    @Test
    void theNoteOfTheDocumentFollowsThePermissionForNotes() {
        assertThat(content("<note xml:lang=\"en\">away</note>", showing(Attribute.NOTE)))
                .isEqualTo("<note xml:lang=\"en\">away</note>");
        assertThat(content("<note>away</note>", showing(Attribute.MOOD))).isEmpty();
        assertThat(content("<note>away</note>", components().allAttributes().build()))
                .isEqualTo("<note>away</note>");
    }

    /** RFC 5025, section 3.3.2.12; "since" is what RFC 4480 calls "last-input". */
    @ParameterizedTest
    @CsvSource({
        "FALSE, ''",
        "BARE, '<r:user-input id=\"u\">idle</r:user-input>'",
        "THRESHOLDS, '<r:user-input idle-threshold=\"600\">idle</r:user-input>'"
    })
    void userInputIsShownUpToItsLevel(UserInput level, String left) {
        var input = "<r:user-input idle-threshold=\"600\" since=\"2026-01-01T00:00:00Z\""
                + " last-input=\"2026-01-01T00:00:00Z\" id=\"u\" x:y=\"z\">idle</r:user-input>";
        var permissions = components().userInput(level).build();

        for (var component : new String[] {"tuple", "dm:person", "dm:device"}) {
            assertThat(content(in(component, input), permissions))
                    .isEqualTo(left.isEmpty() ? "<" + component + " id=\"i\"/>" : in(component, left));
        }
    }

    /** RFC 5025, section 3.3.2.12. */
    @Test
    void userInputInFullIsShownAsItIs() {
        var input = in(
                "dm:device",
                "<r:user-input idle-threshold=\"600\" last-input=\"2026-01-01T00:00:00Z\">idle" + "</r:user-input>");

        assertThat(content(input, components().userInput(UserInput.FULL).build()))
                .isEqualTo(input);
        assertThat(content(input, components().allAttributes().build())).isEqualTo(input);
    }

    /** RFC 5025, section 3.3.2.14. */
    @ParameterizedTest
    @ValueSource(strings = {"tuple", "dm:person", "dm:device"})
    void anUnknownAttributeIsShownByItsName(String component) {
        var permissions = components()
                .unknownAttribute(new UnknownAttribute("urn:example:x", "foo"))
                .build();

        assertThat(content(in(component, "<x:foo>1</x:foo><x:bar>2</x:bar><c:foo/>"), permissions))
                .isEqualTo(in(component, "<x:foo>1</x:foo>"));
    }

    /** RFC 5025, section 3.3.2.14: unknown is what no permission is defined for, so CIPID (RFC 4482) is. */
    @Test
    void contactInformationIsShownByItsName() {
        var permissions = components()
                .unknownAttribute(new UnknownAttribute("urn:ietf:params:xml:ns:pidf:cipid", "homepage"))
                .build();
        var person = in("dm:person", "<c:homepage>http://example.com/~alice</c:homepage>");

        assertThat(content(person, permissions)).isEqualTo(person);
    }

    /** RFC 5025, section 3.3.2.14: the permission does not apply to what has one of its own. */
    @ParameterizedTest
    @CsvSource({
        "urn:ietf:params:xml:ns:pidf:rpid, mood, dm:person, r:mood",
        "urn:ietf:params:xml:ns:pidf:rpid, mood, tuple, r:mood",
        "urn:ietf:params:xml:ns:pidf:rpid, user-input, dm:device, r:user-input",
        "urn:ietf:params:xml:ns:pidf:data-model, note, dm:person, dm:note",
        "urn:ietf:params:xml:ns:pidf, note, tuple, note"
    })
    void aKnownAttributeIsNotShownByItsName(String namespace, String name, String component, String element) {
        var permissions = components()
                .unknownAttribute(new UnknownAttribute(namespace, name))
                .build();

        assertThat(content(in(component, "<" + element + "/>"), permissions))
                .isEqualTo("<" + component + " id=\"i\"/>");
    }

    /** RFC 5025, section 3.3.2.14: children of the components only. */
    @Test
    void whatIsInsideAStatusIsNotShownByItsName() {
        var permissions = components()
                .unknownAttribute(new UnknownAttribute("urn:example:x", "foo"))
                .build();

        assertThat(content(in("tuple", "<status><basic>open</basic><x:foo/></status>"), permissions))
                .isEqualTo(in("tuple", "<status><basic>open</basic></status>"));
    }

    /** RFC 5025, section 3.3.2.15: every single attribute of what is shown. */
    @Test
    void allAttributesShowAllThereIsInWhatIsShown() {
        var service = in("tuple", "<status><basic>open</basic><x:foo/></status><x:bar/><r:mood/>");
        var permissions = Permissions.builder()
                .services(OccurrenceSet.ALL)
                .allAttributes()
                .build();

        assertThat(content(service + PERSON + "<x:top/>", permissions)).isEqualTo(service);
    }

    /** What stands beside the components is covered by no permission but all of them together. */
    @Test
    void anUnknownElementBesideTheComponentsGoes() {
        assertThat(content("<x:top>secret</x:top>", components().build())).isEmpty();
    }

    /** RFC 3863, section 4.1: nothing of this has text of its own. */
    @Test
    void textBetweenElementsGoes() {
        assertThat(content(
                        "secret<tuple id=\"t\">secret<status>secret<basic>open</basic></status></tuple>",
                        components().build()))
                .isEqualTo("<tuple id=\"t\"><status><basic>open</basic></status></tuple>");
    }

    @Test
    void attributesOfComponentsOtherThanTheIdGo() {
        assertThat(content(
                        "<tuple id=\"t\" x:secret=\"1\"><status x:secret=\"1\"/></tuple>",
                        components().build()))
                .isEqualTo("<tuple id=\"t\"><status/></tuple>");
    }

    /** White space between elements would tell where something was. */
    @Test
    void whatStaysKeepsItsPrefixesAndItsOrderAndNoWhiteSpaceAroundIt() {
        var content = """

              <tuple id="t1">
                <status>
                  <basic>open</basic>
                </status>
                <r:relationship><r:self/></r:relationship>
                <contact>sip:alice@example.com</contact>
              </tuple>
              <dm:person id="p1">
                <rpid:activities xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid"> <rpid:away/></rpid:activities>
                <r:mood><r:happy/></r:mood>
              </dm:person>
            """;

        assertThat(content(content, showing(Attribute.ACTIVITIES)))
                .isEqualTo("<tuple"
                               + " id=\"t1\"><status><basic>open</basic></status><contact>sip:alice@example.com</contact></tuple><dm:person"
                               + " id=\"p1\"><rpid:activities xmlns:rpid=\"urn:ietf:params:xml:ns:pidf:rpid\">"
                               + " <rpid:away/></rpid:activities></dm:person>");
    }

    /** Subtrees that lose nothing are shared with the document they came from. */
    @Test
    void aDocumentThatLosesNothingIsTheSameDocument() {
        var document = parsed(presence(DEVICE));

        assertThat(PresenceFilter.filter(document, components().build())).isSameAs(document);
    }
}
