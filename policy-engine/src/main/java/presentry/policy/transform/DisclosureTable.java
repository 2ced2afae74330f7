package presentry.policy.transform;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import presentry.policy.model.Attribute;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/** What RFC 5025, section 3.3.2, says about the children of each component, in the places it names and no others. */
final class DisclosureTable {
    private static final Disclosure ALWAYS = new Disclosure.Always();
    private static final Disclosure NAMED = new Disclosure.Named();
    private static final Disclosure MISPLACED = new Disclosure.Misplaced();
    private static final Map<Component, Map<Name, Disclosure>> TABLE = table();

    private DisclosureTable() {}

    /** On what it depends whether a child of a component is shown. */
    static Disclosure of(Component component, XmlElement child) {
        var name = new Name(child.namespace(), child.localName());
        var placed = TABLE.getOrDefault(component, Map.of()).get(name);
        if (placed != null) {
            return placed;
        }
        return TABLE.values().stream().anyMatch(children -> children.containsKey(name)) ? MISPLACED : NAMED;
    }

    private static Map<Component, Map<Name, Disclosure>> table() {
        var table = new EnumMap<Component, Map<Name, Disclosure>>(Component.class);
        table.put(Component.SERVICE, service());
        table.put(Component.PERSON, person());
        table.put(Component.DEVICE, device());
        return table;
    }

    private static Map<Name, Disclosure> service() {
        var children = rpid(Set.of(Attribute.CLASS, Attribute.PRIVACY, Attribute.RELATIONSHIP, Attribute.STATUS_ICON));
        children.put(new Name(Namespaces.PIDF, "status"), new Disclosure.BasicStatus());
        children.put(new Name(Namespaces.PIDF, "contact"), ALWAYS);
        children.put(new Name(Namespaces.PIDF, "timestamp"), ALWAYS);
        children.put(new Name(Namespaces.RPID, "service-class"), ALWAYS);
        children.put(new Name(Namespaces.PIDF, "note"), new Disclosure.Granted(Attribute.NOTE));
        children.put(new Name(Namespaces.DATA_MODEL, "deviceID"), new Disclosure.Granted(Attribute.DEVICE_ID));
        return children;
    }

    private static Map<Name, Disclosure> person() {
        var children = rpid(Set.of(
                Attribute.ACTIVITIES,
                Attribute.CLASS,
                Attribute.MOOD,
                Attribute.PLACE_IS,
                Attribute.PLACE_TYPE,
                Attribute.PRIVACY,
                Attribute.SPHERE,
                Attribute.STATUS_ICON,
                Attribute.TIME_OFFSET));
        children.put(new Name(Namespaces.DATA_MODEL, "timestamp"), ALWAYS);
        children.put(new Name(Namespaces.DATA_MODEL, "note"), new Disclosure.Granted(Attribute.NOTE));
        return children;
    }

    private static Map<Name, Disclosure> device() {
        var children = rpid(Set.of(Attribute.CLASS));
        children.put(new Name(Namespaces.DATA_MODEL, "timestamp"), ALWAYS);
        children.put(new Name(Namespaces.DATA_MODEL, "deviceID"), ALWAYS);
        children.put(new Name(Namespaces.DATA_MODEL, "note"), new Disclosure.Granted(Attribute.NOTE));
        return children;
    }

    /** The attributes of RFC 4480 that a component may have. User input belongs to all three. */
    private static Map<Name, Disclosure> rpid(Set<Attribute> attributes) {
        var children = new HashMap<Name, Disclosure>();
        attributes.forEach(attribute ->
                children.put(new Name(Namespaces.RPID, attribute.element()), new Disclosure.Granted(attribute)));
        children.put(new Name(Namespaces.RPID, "user-input"), new Disclosure.AtUserInputLevel());
        return children;
    }

    private record Name(String namespace, String localName) {}
}
