package presentry.agent.event.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlNode;

/**
 * The ids of tuples, persons and devices: each tells one occurrence from all others of a presentity (RFC 3863, section
 * 4.1.2; RFC 4479, section 3.5). Devices of one make often all use the same, so ids that meet are told apart here: the
 * first keeps its id, the others get the next free of {@code id-2}, {@code id-3} and so on. The same publications always get the
 * same ids, since watchers recognise a tuple by it. Ids deeper inside are left alone: nothing relies on them.
 */
final class OccurrenceIds {
    private final Set<String> published = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();

    private OccurrenceIds() {}

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

    /** The same document in which no two occurrences have the same id; itself if that is so already. */
    static XmlElement madeUnique(XmlElement presence) {
        OccurrenceIds ids = new OccurrenceIds();
        List<XmlElement> occurrences =
                presence.elements().stream().filter(OccurrenceIds::needsOne).toList();
        occurrences.forEach(one -> of(one).ifPresent(ids.published::add));
        if (ids.published.size() == occurrences.size()) {
            return presence;
        }
        List<XmlNode> children = new ArrayList<>();
        for (XmlNode child : presence.children()) {
            children.add(child instanceof XmlElement element && needsOne(element) ? ids.toldApart(element) : child);
        }
        return presence.withChildren(children);
    }

    private XmlElement toldApart(XmlElement occurrence) {
        Optional<String> wanted = of(occurrence);
        return wanted.isEmpty() || given.add(wanted.get())
                ? occurrence
                : occurrence.withAttribute("id", freeId(wanted.get()));
    }

    private String freeId(String wanted) {
        String free;
        do {
            free = wanted + "-" + lastNumber.merge(wanted, 2, (last, unused) -> last + 1);
        } while (published.contains(free) || !given.add(free));
        return free;
    }
}
