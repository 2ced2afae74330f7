package presentry.policy.transform;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import presentry.schemas.XmlAttribute;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlNode;
import presentry.schemas.XmlText;

/** Copies of elements with less in them. */
final class Pruning {
    private Pruning() {}

    /** The element with only those of its attributes that {@code kept} accepts; the element itself if that is all of them. */
    static XmlElement keepAttributes(XmlElement element, Predicate<XmlAttribute> kept) {
        if (element.attributes().stream().allMatch(kept)) {
            return element;
        }
        var pruned = XmlElement.of(element.namespace(), element.prefix(), element.localName());
        for (var declaration : element.declarations().entrySet()) {
            pruned = pruned.withDeclaration(declaration.getKey(), declaration.getValue());
        }
        for (var attribute : element.attributes()) {
            pruned = kept.test(attribute) ? pruned.withAttribute(attribute) : pruned;
        }
        return pruned.withChildren(element.children());
    }

    /**
     * An element with what becomes of its child elements. It holds elements only: text has no place in it and goes, white space too,
     * since that would tell where something was.
     *
     * @param change what becomes of a child element; empty when it goes
     * @return {@code parent} itself when nothing changes
     */
    static XmlElement changeChildren(XmlElement parent, Function<XmlElement, Optional<XmlElement>> change) {
        return change(parent, change, false);
    }

    /**
     * An element with what becomes of its child elements; its text stays.
     *
     * @param change what becomes of a child element; empty when it goes
     * @return {@code parent} itself when nothing changes
     */
    static XmlElement changeElements(XmlElement parent, Function<XmlElement, Optional<XmlElement>> change) {
        return change(parent, change, true);
    }

    private static XmlElement change(
            XmlElement parent, Function<XmlElement, Optional<XmlElement>> change, boolean keepsText) {
        var kept = new ArrayList<XmlNode>(parent.children().size());
        boolean changed = false;
        for (var child : parent.children()) {
            switch (child) {
                case XmlText text -> {
                    changed |= !keepsText;
                    if (keepsText) {
                        kept.add(text);
                    }
                }
                case XmlElement element -> {
                    var left = change.apply(element);
                    changed |= left.isEmpty() || left.get() != element;
                    left.ifPresent(kept::add);
                }
            }
        }
        return changed ? parent.withChildren(kept) : parent;
    }
}
