package presentry.policy.read;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import presentry.policy.model.Attribute;
import presentry.policy.model.OccurrenceSelector;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Permissions;
import presentry.policy.model.SubHandling;
import presentry.policy.model.UnknownAttribute;
import presentry.policy.model.UserInput;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;
import presentry.uri.UriValue;

/** The action and the transformations of RFC 5025, sections 3.2 and 3.3. What is not understood grants nothing. */
final class PresRules implements GrantVocabulary {
    private static final Map<String, SubHandling> HANDLINGS =
            Arrays.stream(SubHandling.values()).collect(Collectors.toMap(SubHandling::word, Function.identity()));
    private static final Map<String, UserInput> LEVELS =
            Arrays.stream(UserInput.values()).collect(Collectors.toMap(UserInput::word, Function.identity()));
    private static final Map<String, Attribute> ATTRIBUTES =
            Arrays.stream(Attribute.values()).collect(Collectors.toMap(Attribute::permission, Function.identity()));
    private static final Map<String, OccurrenceSelector.Kind> KINDS = Arrays.stream(OccurrenceSelector.Kind.values())
            .collect(Collectors.toMap(OccurrenceSelector.Kind::element, Function.identity()));
    private static final Set<OccurrenceSelector.Kind> OF_PERSONS =
            Set.of(OccurrenceSelector.Kind.CLASS, OccurrenceSelector.Kind.OCCURRENCE_ID);
    private static final Set<OccurrenceSelector.Kind> OF_DEVICES = Set.of(
            OccurrenceSelector.Kind.CLASS, OccurrenceSelector.Kind.OCCURRENCE_ID, OccurrenceSelector.Kind.DEVICE_ID);
    private static final Set<OccurrenceSelector.Kind> OF_SERVICES = Set.of(
            OccurrenceSelector.Kind.CLASS,
            OccurrenceSelector.Kind.OCCURRENCE_ID,
            OccurrenceSelector.Kind.SERVICE_URI,
            OccurrenceSelector.Kind.SERVICE_URI_SCHEME);

    /** What can stand in each of the three sets of occurrences (RFC 5025, section 3.3.1), beside its "all". */
    static final Map<String, Set<OccurrenceSelector.Kind>> MEMBERS = Map.of(
            "provide-services", OF_SERVICES,
            "provide-persons", OF_PERSONS,
            "provide-devices", OF_DEVICES);

    /** RFC 5025, section 3.2.1. A value that is none of the four counts as the least of them. */
    @Override
    public Optional<SubHandling> action(XmlElement element) {
        return element.is(Namespaces.PRES_RULES, "sub-handling")
                ? Optional.of(Values.token(element).map(HANDLINGS::get).orElse(SubHandling.BLOCK))
                : Optional.empty();
    }

    @Override
    public boolean transformation(XmlElement element, Permissions.Builder grants) {
        if (!isOurs(element)) {
            return false;
        }
        switch (element.localName()) {
            case "provide-services" -> grants.services(occurrences(element, "all-services", OF_SERVICES));
            case "provide-persons" -> grants.persons(occurrences(element, "all-persons", OF_PERSONS));
            case "provide-devices" -> grants.devices(occurrences(element, "all-devices", OF_DEVICES));
            case "provide-user-input" -> grants.userInput(userInput(element));
            case "provide-unknown-attribute" -> unknownAttribute(element).ifPresent(grants::unknownAttribute);
            case "provide-all-attributes" -> grants.allAttributes();
            default -> {
                var attribute = ATTRIBUTES.get(element.localName());
                if (attribute == null) {
                    return false;
                }
                if (Values.isTrue(element)) {
                    grants.attribute(attribute);
                }
            }
        }
        return true;
    }

    /** RFC 5025, section 3.3.1: a set; members of other kinds or namespaces select nothing. */
    private static OccurrenceSet occurrences(XmlElement set, String all, Set<OccurrenceSelector.Kind> kinds) {
        var members = new TreeSet<OccurrenceSelector>();
        for (var member : set.elements()) {
            if (!isOurs(member)) {
                continue;
            }
            if (member.localName().equals(all)) {
                return OccurrenceSet.ALL;
            }
            var kind = KINDS.get(member.localName());
            if (kind != null && kinds.contains(kind)) {
                Values.token(member)
                        .map(value -> kind == OccurrenceSelector.Kind.SERVICE_URI ? UriValue.spelling(value) : value)
                        .ifPresent(value -> members.add(new OccurrenceSelector(kind, value)));
            }
        }
        return new OccurrenceSet(false, members);
    }

    /** RFC 5025, section 3.3.2.12. Its type is a string: white space around a level makes it none. */
    private static UserInput userInput(XmlElement element) {
        return element.elements().isEmpty() ? LEVELS.getOrDefault(element.text(), UserInput.FALSE) : UserInput.FALSE;
    }

    /** RFC 5025, section 3.3.2.14: both attributes are mandatory, and the name must not have a prefix. */
    private static Optional<UnknownAttribute> unknownAttribute(XmlElement element) {
        var namespace = element.attribute("ns").orElse("");
        var name = element.attribute("name").orElse("");
        boolean isName = !namespace.isEmpty() && !name.isEmpty() && name.indexOf(':') < 0;
        return isName && Values.isTrue(element) ? Optional.of(new UnknownAttribute(namespace, name)) : Optional.empty();
    }

    private static boolean isOurs(XmlElement element) {
        return element.namespace().equals(Namespaces.PRES_RULES);
    }
}
