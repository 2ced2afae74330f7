package presentry.policy.read;

import java.util.Map;
import java.util.Optional;
import presentry.policy.model.Permissions;
import presentry.policy.model.SubHandling;
import presentry.policy.model.UnknownAttribute;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/**
 * Presence rules with the permissions that OMA adds (OMA Presence SIMPLE, presence rules). Each grants one element of OMA's presence
 * information, or the location of RFC 4119, in whatever component it stands: what RFC 5025, section 3.3.2.14, lets a rule grant
 * by name.
 */
final class OmaPresRules implements GrantVocabulary {
    /** What each permission shows. */
    static final Map<String, UnknownAttribute> PERMISSIONS = Map.of(
            "provide-willingness", of(Namespaces.OMA_PRESENCE, "willingness"),
            "provide-registration-state", of(Namespaces.OMA_PRESENCE, "registration-state"),
            "provide-network-availability", of(Namespaces.OMA_PRESENCE, "network-availability"),
            "provide-barring-state", of(Namespaces.OMA_PRESENCE, "barring-state"),
            "provide-session-participation", of(Namespaces.OMA_PRESENCE, "session-participation"),
            "provide-geopriv", of(Namespaces.GEOPRIV, "geopriv"));

    private final PresRules presRules = new PresRules();

    /** Whether an element is one of OMA's permissions. */
    static boolean isPermission(XmlElement element) {
        return element.namespace().equals(Namespaces.OMA_PRES_RULES) && PERMISSIONS.containsKey(element.localName());
    }

    @Override
    public Optional<SubHandling> action(XmlElement element) {
        return presRules.action(element);
    }

    @Override
    public boolean transformation(XmlElement element, Permissions.Builder grants) {
        if (!isPermission(element)) {
            return presRules.transformation(element, grants);
        }
        Optional.ofNullable(PERMISSIONS.get(element.localName()))
                .filter(named -> grants(element))
                .ifPresent(grants::unknownAttribute);
        return true;
    }

    /** Of the location there is a level, {@code full}, where the others have a boolean. */
    private static boolean grants(XmlElement element) {
        boolean leveled = element.localName().equals("provide-geopriv");
        return Values.isTrue(element)
                || (leveled && Values.token(element).filter("full"::equals).isPresent());
    }

    private static UnknownAttribute of(String namespace, String name) {
        return new UnknownAttribute(namespace, name);
    }
}
