package presentry.policy.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import presentry.policy.model.Attribute;
import presentry.policy.model.OccurrenceSelector;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Permissions;
import presentry.policy.model.UnknownAttribute;
import presentry.policy.model.UserInput;
import presentry.schemas.XmlWriter;

/** RFC 5025, section 4, and RFC 4745, section 10: what holds for all documents and permissions. */
class PresenceFilterPropertyTest {
    private static final int TRIES = 5_000;
    private static final List<String> CHILDREN = List.of(
            "<status><basic>open</basic><x:mode/></status>",
            "<contact>sip:alice@example.com</contact>",
            "<contact>mailto:alice@example.com</contact>",
            "<timestamp>2026-11-21T12:00:00Z</timestamp>",
            "<note>hello</note>",
            "<dm:note>hello</dm:note>",
            "<dm:timestamp>2026-11-21T12:00:00Z</dm:timestamp>",
            "<dm:deviceID>mac:1</dm:deviceID>",
            "<r:activities><r:away/></r:activities>",
            "<r:mood><r:happy/></r:mood>",
            "<r:class>biz</r:class>",
            "<r:class>home</r:class>",
            "<r:privacy><r:audio/></r:privacy>",
            "<r:service-class><r:electronic/></r:service-class>",
            "<r:user-input idle-threshold=\"600\" last-input=\"2026-01-01T00:00:00Z\" x:y=\"z\">idle</r:user-input>",
            "<r:status-icon>http://example.com/i.png</r:status-icon>",
            "<c:card>http://example.com/c</c:card>",
            "<x:foo>1</x:foo>",
            "<x:bar><note>deep</note></x:bar>",
            "text",
            "\n  ");

    /** RFC 5025, section 4: F(F(D)) = F(D), unless something was selected by a class that is not shown. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void filteringTwiceIsFilteringOnce(
            @ForAll("documents") String document, @ForAll("permissions") Permissions permissions) {
        boolean losesItsSelector = !permissions.shows(Attribute.CLASS) && selectsByClass(permissions);
        if (losesItsSelector) {
            return;
        }
        var once = PresenceFilter.filter(Filtered.parsed(document), permissions);

        assertThat(XmlWriter.write(PresenceFilter.filter(once, permissions))).isEqualTo(XmlWriter.write(once));
    }

    /** RFC 4745, section 4, "additive permissions": more permissions never show less. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whoIsGrantedMoreSeesAtLeastAsMuch(
            @ForAll("documents") String document,
            @ForAll("permissions") Permissions some,
            @ForAll("permissions") Permissions others) {
        var root = Filtered.parsed(document);

        var less = XmlWriter.write(PresenceFilter.filter(root, some));
        var more = XmlWriter.write(PresenceFilter.filter(root, some.or(others)));

        assertThat(more.length()).isGreaterThanOrEqualTo(less.length());
    }

    /** RFC 5025, section 3.3: nothing but what was published is ever shown. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whatIsLeftCanBeReadAndIsNotMore(
            @ForAll("documents") String document, @ForAll("permissions") Permissions permissions) {
        var root = Filtered.parsed(document);

        var left = XmlWriter.write(PresenceFilter.filter(root, permissions));

        assertThat(left.length()).isLessThanOrEqualTo(XmlWriter.write(root).length());
        assertThat(Filtered.parsed(left).attribute("entity")).contains("sip:alice@example.com");
    }

    @Provide
    Arbitrary<String> documents() {
        var child = Arbitraries.of(CHILDREN).list().ofMaxSize(6).map(children -> String.join("", children));
        var component = Combinators.combine(
                        Arbitraries.of("tuple", "dm:person", "dm:device"), Arbitraries.of("a", "b"), child)
                .as((name, id, children) -> "<" + name + " id=\"" + id + "\">" + children + "</" + name + ">");
        return Arbitraries.oneOf(component, component, component, Arbitraries.of(CHILDREN))
                .list()
                .ofMaxSize(5)
                .map(parts -> Filtered.presence(String.join("", parts)));
    }

    @Provide
    Arbitrary<Permissions> permissions() {
        var attributes = Arbitraries.of(Attribute.class).set().ofMaxSize(5);
        var unknown = Arbitraries.of("foo", "bar").set();
        return Combinators.combine(
                        occurrences(OccurrenceSelector.Kind.SERVICE_URI, OccurrenceSelector.Kind.SERVICE_URI_SCHEME),
                        occurrences(OccurrenceSelector.Kind.OCCURRENCE_ID),
                        occurrences(OccurrenceSelector.Kind.DEVICE_ID),
                        attributes,
                        Arbitraries.of(UserInput.class),
                        unknown,
                        Arbitraries.of(false, false, false, true))
                .as((services, persons, devices, shown, input, names, all) -> {
                    var grants = Permissions.builder()
                            .services(services)
                            .persons(persons)
                            .devices(devices)
                            .userInput(input);
                    shown.forEach(grants::attribute);
                    names.forEach(name -> grants.unknownAttribute(new UnknownAttribute("urn:example:x", name)));
                    return (all ? grants.allAttributes() : grants).build();
                });
    }

    /** @param kinds those that select occurrences of the component, besides class and id, which select all */
    private static Arbitrary<OccurrenceSet> occurrences(OccurrenceSelector.Kind... kinds) {
        var all = new ArrayList<>(List.of(kinds));
        all.add(OccurrenceSelector.Kind.CLASS);
        all.add(OccurrenceSelector.Kind.OCCURRENCE_ID);
        var member = Combinators.combine(Arbitraries.of(all), Arbitraries.of("biz", "a", "sip", "mac:1"))
                .as(OccurrenceSelector::new);
        return Arbitraries.oneOf(
                Arbitraries.just(OccurrenceSet.ALL),
                member.list().ofMaxSize(2).map(members -> new OccurrenceSet(false, new TreeSet<>(members))));
    }

    private static boolean selectsByClass(Permissions permissions) {
        return List.of(permissions.services(), permissions.persons(), permissions.devices()).stream()
                .flatMap(set -> set.members().stream())
                .anyMatch(member -> member.kind() == OccurrenceSelector.Kind.CLASS);
    }
}
