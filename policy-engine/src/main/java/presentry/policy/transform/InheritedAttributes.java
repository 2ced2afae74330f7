package presentry.policy.transform;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlAttribute;
import presentry.schemas.XmlElement;

/**
 * The attributes that an element has from the elements around it: {@code xml:lang} (XML 1.0, section 2.12), {@code xml:space}
 * (section 2.10) and {@code xml:base} (XML Base, section 3). A filter removes attributes of the elements around, and composing moves
 * elements below another root; the language of a note (RFC 3863, section 4.1.6) must survive both. So these attributes are handed
 * down once, when a document is read: from {@code presence}, the components and {@code status} to the elements whose text they
 * concern.
 */
public final class InheritedAttributes {
    private static final String BASE = "base";
    private static final Set<String> INHERITED = Set.of("lang", "space", BASE);

    private InheritedAttributes() {}

    /**
     * The same document with these attributes where they matter and no longer on the elements around.
     *
     * @param presence the root of a presence document (RFC 3863)
     * @return {@code presence} itself if no element around others has such an attribute
     */
    public static XmlElement handedDown(XmlElement presence) {
        return frame(presence, List.of());
    }

    /**
     * How many UTF-16 units handing down can add at most.
     *
     * @param presence the root of a presence document, as it was published
     */
    public static long mostAdded(XmlElement presence) {
        long length = lengths(presence);
        for (XmlElement child : presence.elements()) {
            length += Component.of(child).isPresent() ? lengthsBelow(child) : 0;
        }
        return length == 0 ? 0 : length * elementsIn(presence);
    }

    private static long lengthsBelow(XmlElement component) {
        return lengths(component)
                + component.elements().stream()
                        .filter(InheritedAttributes::isFrame)
                        .mapToLong(InheritedAttributes::lengths)
                        .sum();
    }

    private static long lengths(XmlElement element) {
        long length = 0;
        for (XmlAttribute attribute : element.attributes()) {
            length += isInherited(attribute)
                    ? attribute.localName().length() + attribute.value().length() + " xml:=''".length()
                    : 0;
        }
        return length;
    }

    private static long elementsIn(XmlElement element) {
        long count = 1;
        for (XmlElement child : element.elements()) {
            count += elementsIn(child);
        }
        return count;
    }

    private static XmlElement frame(XmlElement frame, List<XmlAttribute> outer) {
        List<XmlAttribute> inherited = outer;
        for (XmlAttribute attribute : frame.attributes()) {
            inherited = isInherited(attribute) ? with(inherited, attribute) : inherited;
        }
        List<XmlAttribute> handed = inherited;
        return Pruning.changeElements(
                Pruning.keepAttributes(frame, Predicate.not(InheritedAttributes::isInherited)),
                child -> Optional.of(isFrame(child) ? frame(child, handed) : received(child, handed)));
    }

    private static boolean isFrame(XmlElement element) {
        return Component.of(element).isPresent() || element.is(Namespaces.PIDF, "status");
    }

    private static XmlElement received(XmlElement element, List<XmlAttribute> inherited) {
        if (inherited.isEmpty()) {
            return element;
        }
        if (!DefinedContent.isDefined(element) || DefinedContent.isFreeText(element)) {
            return receiving(element, inherited, attribute -> true);
        }
        if (isRelative(element)) {
            return receiving(
                    element, inherited, attribute -> attribute.localName().equals(BASE));
        }
        List<XmlAttribute> further = inherited;
        for (XmlAttribute own : element.attributes()) {
            further = isInherited(own) ? with(further, own) : further;
        }
        List<XmlAttribute> handed = further;
        return Pruning.changeElements(element, child -> Optional.of(received(child, handed)));
    }

    /** Where a URI stands that names no scheme, {@code xml:base} gives it its meaning. */
    private static boolean isRelative(XmlElement element) {
        return (element.is(Namespaces.PIDF, "contact") || element.is(Namespaces.RPID, "status-icon"))
                && element.text().indexOf(':') < 0;
    }

    private static XmlElement receiving(
            XmlElement element, List<XmlAttribute> inherited, Predicate<XmlAttribute> wanted) {
        XmlElement receiving = element;
        for (XmlAttribute attribute : inherited) {
            if (wanted.test(attribute)) {
                Optional<XmlAttribute> own = element.attributes().stream()
                        .filter(one -> isSame(one, attribute))
                        .findFirst();
                receiving = receiving.withAttribute(
                        own.map(inner -> inside(attribute, inner)).orElse(attribute));
            }
        }
        return receiving;
    }

    private static List<XmlAttribute> with(List<XmlAttribute> outer, XmlAttribute inner) {
        List<XmlAttribute> all = new ArrayList<>(outer.size() + 1);
        XmlAttribute effective = inner;
        for (XmlAttribute one : outer) {
            if (isSame(one, inner)) {
                effective = inside(one, inner);
            } else {
                all.add(one);
            }
        }
        all.add(effective);
        return List.copyOf(all);
    }

    /** The inner one counts; a base is relative to the one around it (XML Base, section 4.2). */
    private static XmlAttribute inside(XmlAttribute outer, XmlAttribute inner) {
        if (!inner.localName().equals(BASE)) {
            return inner;
        }
        try {
            String resolved = URI.create(outer.value()).resolve(inner.value()).toString();
            return new XmlAttribute(inner.prefix(), inner.namespace(), inner.localName(), resolved);
        } catch (IllegalArgumentException noUri) {
            return inner;
        }
    }

    private static boolean isSame(XmlAttribute one, XmlAttribute other) {
        return one.localName().equals(other.localName()) && one.namespace().equals(other.namespace());
    }

    private static boolean isInherited(XmlAttribute attribute) {
        return attribute.namespace().equals(Namespaces.XML) && INHERITED.contains(attribute.localName());
    }
}
