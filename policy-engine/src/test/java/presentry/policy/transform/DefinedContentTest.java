package presentry.policy.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.policy.transform.Filtered.components;
import static presentry.policy.transform.Filtered.content;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import presentry.policy.model.Attribute;
import presentry.policy.model.Permissions;
import presentry.policy.model.UnknownAttribute;
import presentry.policy.model.UserInput;

/** RFC 5025, section 3.3.2.14: what is foreign is shown by its own permission, wherever it stands. */
class DefinedContentTest {
    private static final Permissions KNOWN = known().build();

    @ParameterizedTest
    @CsvSource({
        "tuple, <status><basic FOREIGN>openCHILD</basic></status>",
        "tuple, <contact priority=\"0.5\" FOREIGN>sip:aCHILD</contact>",
        "tuple, <timestamp FOREIGN>2026-11-21T12:00:00ZCHILD</timestamp>",
        "tuple, <note xml:lang=\"de\" FOREIGN>wegCHILD</note>",
        "tuple, <dm:deviceID FOREIGN>urn:x:1CHILD</dm:deviceID>",
        "tuple, <r:class FOREIGN>workCHILD</r:class>",
        "tuple, <r:status-icon id=\"i\" FOREIGN>http://a/bCHILD</r:status-icon>",
        "tuple, <r:user-input last-input=\"l\" FOREIGN>idleCHILD</r:user-input>",
        "dm:person, <dm:timestamp FOREIGN>2026-11-21T12:00:00ZCHILD</dm:timestamp>",
        "dm:person, <dm:note FOREIGN>wegCHILD</dm:note>",
        "dm:person, <r:time-offset description=\"d\" FOREIGN>120CHILD</r:time-offset>",
        "dm:person, <r:activities from=\"f\" FOREIGN><r:note FOREIGN>essenCHILD</r:note><r:away"
                + " FOREIGN/></r:activities>",
        "dm:device, <dm:deviceID FOREIGN>urn:x:1CHILD</dm:deviceID>",
    })
    void nothingForeignPassesInsideAnAttributeThatIsShown(String component, String pattern) {
        var frame = "<" + component + " id=\"c\">" + pattern + "</" + component + ">";
        var published = frame.replace("FOREIGN", "x:secret=\"s\" secret=\"s\"").replace("CHILD", "<x:y>s</x:y>");

        assertThat(content(published, KNOWN))
                .isEqualTo(frame.replace(" FOREIGN", "").replace("CHILD", ""));
    }

    @Test
    void aForeignElementInsidePassesWhenItIsNamed() {
        var note = "<note>away<x:y>s</x:y></note>";

        assertThat(content(
                        note,
                        known().unknownAttribute(new UnknownAttribute("urn:example:x", "y"))
                                .build()))
                .isEqualTo(note);
    }

    /** RFC 4480, section 3: these lists are extended by elements of other namespaces. */
    @Test
    void aForeignValueOfAListIsShownWithTheList() {
        var person = "<dm:person id=\"p\"><r:activities><x:juggling/></r:activities></dm:person>";

        assertThat(content(person, KNOWN)).isEqualTo(person);
    }

    /** RFC 5025, section 3.3.2.15. */
    @Test
    void whatIsForeignPassesWithAllAttributes() {
        var tuple = "<tuple id=\"t\"><status><basic x:z=\"s\">open<x:y/></basic></status></tuple>";

        assertThat(content(tuple, components().allAttributes().build())).isEqualTo(tuple);
    }

    private static Permissions.Builder known() {
        var permissions = components().userInput(UserInput.FULL);
        for (var attribute : Attribute.values()) {
            permissions.attribute(attribute);
        }
        return permissions;
    }
}
