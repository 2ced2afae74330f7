package presentry.policy.transform;

import java.util.Arrays;
import java.util.Optional;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Permissions;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/** The three kinds of components of a presence document (RFC 4479). */
enum Component {
    SERVICE(Namespaces.PIDF, "tuple"),
    PERSON(Namespaces.DATA_MODEL, "person"),
    DEVICE(Namespaces.DATA_MODEL, "device");

    private final String namespace;
    private final String localName;

    Component(String namespace, String localName) {
        this.namespace = namespace;
        this.localName = localName;
    }

    /** The component an element is; empty when it is none. */
    static Optional<Component> of(XmlElement element) {
        return Arrays.stream(values())
                .filter(component -> element.is(component.namespace, component.localName))
                .findFirst();
    }

    /** Which occurrences of this component are shown. */
    OccurrenceSet shown(Permissions permissions) {
        return switch (this) {
            case SERVICE -> permissions.services();
            case PERSON -> permissions.persons();
            case DEVICE -> permissions.devices();
        };
    }
}
