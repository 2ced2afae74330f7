package presentry.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.policy.Asked;
import presentry.policy.model.Attribute;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Permissions;
import presentry.policy.model.UnknownAttribute;

/** RFC 5025, section 3.3. */
class TransformationsTest {
    private static Permissions permissions(String transformations) {
        return Asked.presence(Asked.rule("a", "", "", transformations))
                .outcome()
                .permissions();
    }

    /** RFC 5025, sections 3.3.2.1 to 3.3.2.13. */
    @ParameterizedTest
    @EnumSource
    void eachBooleanPermissionShowsItsAttributeAlone(Attribute attribute) {
        var name = "pr:" + attribute.permission();

        assertThat(permissions("<" + name + ">true</" + name + ">").attributes())
                .containsExactly(attribute);
    }

    /** OMA's permissions grant what they name, where OMA's rules are obeyed at all. */
    @ParameterizedTest
    @CsvSource({
        "provide-willingness, true, urn:oma:xml:prs:pidf:oma-pres, willingness",
        "provide-registration-state, 1, urn:oma:xml:prs:pidf:oma-pres, registration-state",
        "provide-network-availability, true, urn:oma:xml:prs:pidf:oma-pres, network-availability",
        "provide-barring-state, true, urn:oma:xml:prs:pidf:oma-pres, barring-state",
        "provide-session-participation, true, urn:oma:xml:prs:pidf:oma-pres, session-participation",
        "provide-geopriv, full, urn:ietf:params:xml:ns:pidf:geopriv10, geopriv"
    })
    void eachPermissionOfOmaShowsWhatItNames(String permission, String value, String namespace, String shown) {
        assertThat(ofOma(permission, value, Dialect.OMA).unknownAttributes())
                .containsExactly(new UnknownAttribute(namespace, shown));
        assertThat(ofOma(permission, "false", Dialect.OMA)).isSameAs(Permissions.NONE);
        assertThat(ofOma(permission, value, Dialect.RFC)).isSameAs(Permissions.NONE);
    }

    private static Permissions ofOma(String permission, String value, Dialect dialect) {
        String element =
                "<op:" + permission + " xmlns:op=\"urn:oma:xml:prs:pres-rules\">" + value + "</op:" + permission + ">";
        return Asked.presence(Asked.rule("a", "", "", element))
                .in(dialect)
                .outcome()
                .permissions();
    }

    /** RFC 5025, section 7: the permission for device ids is written with capital letters, and nothing like it is known. */
    @Test
    void aMisspeltPermissionIsIgnored() {
        assertThat(permissions("<pr:provide-device-id>true</pr:provide-device-id>"))
                .isSameAs(Permissions.NONE);
    }

    /** RFC 5025, section 3.3.2.15: its presence grants. */
    @Test
    void allAttributesAreGrantedByThePresenceOfTheElement() {
        var shown = permissions("<pr:provide-all-attributes/>");

        assertThat(shown.allAttributes()).isTrue();
        assertThat(Attribute.values()).allMatch(shown::shows);
        assertThat(shown.showsUnknown("urn:example:x", "foo")).isTrue();
    }

    /** RFC 5025, section 3.3.2.15: it says nothing about which components are shown. */
    @Test
    void allAttributesAloneShowNoComponent() {
        assertThat(permissions("<pr:provide-all-attributes/>").grantsNoComponent())
                .isTrue();
    }

    @Test
    void everythingTogetherIsEverything() {
        assertThat(permissions("""
            <pr:provide-services><pr:all-services/></pr:provide-services>
            <pr:provide-persons><pr:all-persons/></pr:provide-persons>
            <pr:provide-devices><pr:all-devices/></pr:provide-devices>
            <pr:provide-all-attributes/>
            """)).isSameAs(Permissions.EVERYTHING);
    }

    /** RFC 5025, section 3.3.1: each set knows its own kinds of members; those of the others select nothing. */
    @ParameterizedTest
    @CsvSource({
        "provide-devices, service-uri",
        "provide-devices, service-uri-scheme",
        "provide-devices, device-id",
        "provide-persons, deviceID",
        "provide-persons, service-uri",
        "provide-services, deviceID",
        "provide-services, all-devices"
    })
    void aMemberOfAnotherSetSelectsNothing(String set, String member) {
        assertThat(permissions("<pr:" + set + "><pr:" + member + ">a</pr:" + member + "></pr:" + set + ">"))
                .isSameAs(Permissions.NONE);
    }

    /** RFC 5025, section 7: members of other namespaces are extensions. */
    @ParameterizedTest
    @ValueSource(strings = {"<x:class>biz</x:class>", "<class>biz</class>", "<x:all-services/>"})
    void aMemberOfAnotherNamespaceSelectsNothing(String member) {
        assertThat(permissions("<pr:provide-services>" + member + "</pr:provide-services>")
                        .services())
                .isEqualTo(OccurrenceSet.NONE);
    }

    /** XML Schema part 2: tokens are compared with white space collapsed. */
    @Test
    void whiteSpaceInAMemberIsCollapsed() {
        assertThat(permissions("<pr:provide-services><pr:class>\n in  the office </pr:class></pr:provide-services>")
                        .services()
                        .members())
                .extracting("value")
                .containsExactly("in the office");
    }

    /** RFC 5025, section 3.3.2.14: both attributes are mandatory, and the name has no prefix. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=\"foo\"",
                "ns=\"urn:example:x\"",
                "ns=\"\" name=\"foo\"",
                "ns=\"urn:example:x\" name=\"\"",
                "ns=\"urn:example:x\" name=\"x:foo\"",
                "x:ns=\"urn:example:x\" x:name=\"foo\""
            })
    void anUnknownAttributeWithoutAPlainNameIsNotGranted(String attributes) {
        assertThat(permissions("<pr:provide-unknown-attribute " + attributes + ">true</pr:provide-unknown-attribute>"))
                .isSameAs(Permissions.NONE);
    }

    /** RFC 5025, section 3.3.2.14: its type is boolean. */
    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "false, false", "'', false", "yes, false"})
    void anUnknownAttributeIsGrantedIfItsValueIsTrue(String value, boolean granted) {
        assertThat(permissions("<pr:provide-unknown-attribute ns=\"urn:example:x\" name=\"foo\">" + value
                                + "</pr:provide-unknown-attribute>")
                        .showsUnknown("urn:example:x", "foo"))
                .isEqualTo(granted);
    }
}
