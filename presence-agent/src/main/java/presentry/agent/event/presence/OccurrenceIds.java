package presentry.agent.event.presence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlNode;

/**
 * The ids of tuples, persons and devices: each tells one occurrence from all others of a presentity (RFC 3863, section
 * 4.1.2; RFC 4479, section 3.5). Devices of one make often all use the same, so ids that meet are told apart here.
 *
 * <p>Watchers recognise an occurrence by its id, and rules name it by that (RFC 5025, section 3.3.1), so an id stays as it was
 * published wherever it can: the oldest publication keeps its ids, a later one that uses them too gets its own
 * {@link PublishedDocument#mark() mark} behind them. So who comes changes nobody's ids, and who goes only those of the one that
 * becomes the oldest with them and has them to himself then. Ids deeper inside are left alone: nothing relies on them.
 */
final class OccurrenceIds {
    private final Set<String> given = new HashSet<>();

    /** Whether this child of the root is an occurrence, which must have an id. */
    static boolean needsOne(XmlElement child) {
        return child.is(Namespaces.PIDF, "tuple")
                || child.is(Namespaces.DATA_MODEL, "person")
                || child.is(Namespaces.DATA_MODEL, "device");
    }

    /** White space around an id is none of it, as of every {@code xs:ID}; empty if nothing else is left. */
    static Optional<String> of(XmlElement occurrence) {
        return occurrence.attribute("id").map(String::strip).filter(id -> !id.isEmpty());
    }

    /**
     * What one device published, without an id that was given before; as it is if none was. Older publications come first.
     */
    XmlElement madeUnique(PublishedDocument document) {
        boolean changed = false;
        List<XmlNode> children = new ArrayList<>();
        for (XmlNode child : document.presence().children()) {
            XmlNode unique = child instanceof XmlElement element && needsOne(element)
                    ? toldApart(element, document.mark())
                    : child;
            changed |= !unique.equals(child); // elements are equal only to themselves
            children.add(unique);
        }
        return changed ? document.presence().withChildren(children) : document.presence();
    }

    private XmlElement toldApart(XmlElement occurrence, String mark) {
        Optional<String> wanted = of(occurrence);
        return wanted.isEmpty() || given.add(wanted.get())
                ? occurrence
                : occurrence.withAttribute("id", freeId(wanted.get() + "-" + mark));
    }

    /** A number follows where the same device uses an id twice, or two began at the same moment. */
    private String freeId(String marked) {
        String free = marked;
        for (int number = 2; !given.add(free); number++) {
            free = marked + "-" + number;
        }
        return free;
    }
}
