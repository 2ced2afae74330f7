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
 * <p>Watchers recognise an occurrence by its id, so an id stays as it was published wherever it can. Only visible documents are looked
 * at, so what a watcher may not see changes nothing in what he sees: where two of them have one id, the one published first keeps it, and
 * behind that of the other stands the {@link PublishedDocument#mark() mark} of its publication. Rules name ids as they were published
 * (RFC 5025, section 3.3.1): they are applied before. Ids deeper inside are left alone: nothing relies on them.
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
            XmlNode unique =
                    child instanceof XmlElement element && needsOne(element) ? toldApart(element, document) : child;
            changed |= !unique.equals(child); // elements are equal only to themselves
            children.add(unique);
        }
        return changed ? document.presence().withChildren(children) : document.presence();
    }

    private XmlElement toldApart(XmlElement occurrence, PublishedDocument document) {
        Optional<String> published = of(occurrence);
        if (published.isEmpty()) {
            return occurrence;
        }
        String id = published.get();
        return given.add(id) ? occurrence : occurrence.withAttribute("id", freeId(id, document.mark()));
    }

    /** A number follows where the same device uses an id twice, or has written another one's mark itself. */
    private String freeId(String id, String mark) {
        String marked = id + "-" + mark;
        String free = marked;
        for (int number = 2; !given.add(free); number++) {
            free = marked + "-" + number;
        }
        return free;
    }
}
