package presentry.agent.event.presence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlAttribute;
import presentry.schemas.XmlElement;

/**
 * Makes one presence document of those that the devices of a user have published (RFC 3856, section 6.11.1). Nothing is
 * weighed against anything: watchers get all tuples, persons, devices and extensions, and every different note, from the
 * document that was published first to the last. RFC 4479, section 3.5, allows several persons.
 */
final class PidfComposer {
    private record Note(String language, String text) {}

    private final List<XmlElement> tuples = new ArrayList<>();
    private final List<XmlElement> notes = new ArrayList<>();
    private final List<XmlElement> extensions = new ArrayList<>();
    private final Set<Note> differentNotes = new HashSet<>();

    private PidfComposer() {}

    /**
     * The document for all watchers, to which the entity that they asked for must be added.
     *
     * @param documents {@code presence} elements, published first first; a single one passes as it is, save ids that it uses
     *     twice
     */
    static XmlElement compose(List<XmlElement> documents) {
        return OccurrenceIds.madeUnique(documents.size() == 1 ? documents.getFirst() : joined(documents));
    }

    private static XmlElement joined(List<XmlElement> documents) {
        CommonRoot root = CommonRoot.of(documents);
        PidfComposer composer = new PidfComposer();
        documents.forEach(document -> root.childrenOf(document).forEach(composer::take));
        return root.element().withChildren(composer.inOrder());
    }

    private void take(XmlElement child) {
        if (child.is(Namespaces.PIDF, "tuple")) {
            tuples.add(child);
        } else if (!child.is(Namespaces.PIDF, "note")) {
            extensions.add(child);
        } else if (differentNotes.add(new Note(language(child), child.text().strip()))) {
            notes.add(child);
        }
    }

    /** RFC 3863, section 4.1.1. */
    private List<XmlElement> inOrder() {
        List<XmlElement> children = new ArrayList<>(tuples);
        children.addAll(notes);
        children.addAll(extensions);
        return children;
    }

    private static String language(XmlElement note) {
        Optional<XmlAttribute> language = note.attributes().stream()
                .filter(attribute -> attribute.namespace().equals(Namespaces.XML)
                        && attribute.localName().equals("lang"))
                .findFirst();
        return language.map(XmlAttribute::value).orElse("");
    }
}
