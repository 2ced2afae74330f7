package presentry.policy.transform;

import java.util.ArrayList;
import java.util.List;
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
     * An element with what becomes of its child elements. Text that is not white space has no place in such an element and goes.
     * White space stays before the elements that stay.
     *
     * @param change what becomes of a child element; empty when it goes
     * @return {@code parent} itself when nothing changes
     */
    static XmlElement changeChildren(XmlElement parent, Function<XmlElement, Optional<XmlElement>> change) {
        var kept = new ArrayList<XmlNode>();
        boolean changed = false;
        boolean anyElement = false;
        int afterLastElement = 0;
        for (var child : parent.children()) {
            switch (child) {
                case XmlText text -> {
                    if (text.value().isBlank()) {
                        kept.add(text);
                    } else {
                        changed = true;
                    }
                }
                case XmlElement element -> {
                    var left = change.apply(element);
                    changed |= left.isEmpty() || left.get() != element;
                    if (left.isPresent()) {
                        kept.add(left.get());
                        afterLastElement = kept.size();
                        anyElement = true;
                    } else {
                        kept.subList(afterLastElement, kept.size()).clear();
                    }
                }
            }
        }
        if (!changed) {
            return parent;
        }
        return parent.withChildren(anyElement ? kept : List.of());
    }
}
