package presentry.policy.transform;

import java.util.Optional;
import java.util.Set;
import presentry.policy.model.Permissions;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlAttribute;
import presentry.schemas.XmlElement;

/**
 * Cuts an element that a permission shows down to what the RFC that defines it puts inside. A permission for an attribute shows that
 * attribute; what others have put into its element is another one, which only provide-unknown-attribute shows (RFC 5025, section
 * 3.3.2.14), and a foreign XML attribute cannot even be named there.
 *
 * <p>The lists of RFC 4480 (activities, mood and the like) are extended by elements of other namespaces: those are values of the list,
 * shown with it.
 */
final class DefinedContent {
    /** Elements of RFC 4480 that hold a list of elements, not a text. */
    private static final Set<String> LISTS = Set.of(
            "activities",
            "mood",
            "place-is",
            "audio",
            "video",
            "text",
            "place-type",
            "privacy",
            "relationship",
            "service-class",
            "sphere");

    /** What elements of RFC 4480 have in common. */
    private static final Set<String> RPID_ATTRIBUTES = Set.of("id", "from", "until");

    private static final Set<String> IDLE_TIMES = Set.of("idle-threshold", "since", "last-input");

    private DefinedContent() {}

    /** The element without what is not defined in it; an element of another vocabulary as it is. */
    static XmlElement of(XmlElement element, Permissions permissions) {
        if (permissions.allAttributes() || !isDefined(element)) {
            return element;
        }
        XmlElement own = Pruning.keepAttributes(element, attribute -> isDefined(element, attribute));
        return isList(element)
                ? Pruning.changeElements(own, member -> member(member, permissions))
                : Pruning.changeElements(own, foreign -> Optional.of(foreign).filter(one -> isNamed(one, permissions)));
    }

    private static Optional<XmlElement> member(XmlElement member, Permissions permissions) {
        boolean isMember = member.namespace().equals(Namespaces.RPID) || !isDefined(member);
        return isMember ? Optional.of(of(member, permissions)) : Optional.empty();
    }

    private static boolean isNamed(XmlElement foreign, Permissions permissions) {
        return !isDefined(foreign) && permissions.showsUnknown(foreign.namespace(), foreign.localName());
    }

    /** Whether the element belongs to PIDF (RFC 3863), the data model (RFC 4479) or RPID (RFC 4480). */
    static boolean isDefined(XmlElement element) {
        return switch (element.namespace()) {
            case Namespaces.PIDF, Namespaces.DATA_MODEL, Namespaces.RPID -> true;
            default -> false;
        };
    }

    /** Whether people read the text of it: it has a language (RFC 3863, section 4.1.6; RFC 4480, section 3.1). */
    static boolean isFreeText(XmlElement element) {
        return element.localName().equals("note") || element.is(Namespaces.RPID, "other");
    }

    private static boolean isList(XmlElement element) {
        return element.namespace().equals(Namespaces.RPID) && LISTS.contains(element.localName());
    }

    private static boolean isDefined(XmlElement element, XmlAttribute attribute) {
        if (!attribute.namespace().isEmpty()) {
            return attribute.namespace().equals(Namespaces.XML);
        }
        String name = attribute.localName();
        if (!element.namespace().equals(Namespaces.RPID)) {
            return element.is(Namespaces.PIDF, "contact") && name.equals("priority");
        }
        return RPID_ATTRIBUTES.contains(name)
                || (element.localName().equals("time-offset") && name.equals("description"))
                || (element.localName().equals("user-input") && IDLE_TIMES.contains(name));
    }
}
