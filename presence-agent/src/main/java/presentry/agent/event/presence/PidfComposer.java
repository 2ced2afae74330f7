package presentry.agent.event.presence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlAttribute;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlWriter;

/**
 * Makes one presence document of those that the devices of a user have published (RFC 3856, section 6.11.1).
 *
 * <p>Nothing is weighed against anything: watchers get all tuples, persons, devices and extensions, and every different note.
 * RFC 4479, section 3.5, allows several persons; those that say the same stand there once. The device that began to publish
 * last comes first, and its open tuples before all that are not open, since simple clients read the first of each kind only.
 */
final class PidfComposer {
    private record Note(String language, String text) {}

    private final List<XmlElement> openTuples = new ArrayList<>();
    private final List<XmlElement> otherTuples = new ArrayList<>();
    private final List<XmlElement> notes = new ArrayList<>();
    private final List<XmlElement> extensions = new ArrayList<>();
    private final Set<Note> differentNotes = new HashSet<>();
    private final Set<String> differentPersons = new HashSet<>();

    private PidfComposer() {}

    /**
     * The document for all who may see just this, to which the entity that they asked for must be added. One document is treated as
     * several are: how many there were besides, of which nothing is visible, cannot be read from it.
     *
     * @param documents what is visible of each, first published first
     */
    static XmlElement compose(List<PublishedDocument> documents) {
        OccurrenceIds ids = new OccurrenceIds();
        List<XmlElement> unique = documents.stream().map(ids::madeUnique).toList();
        return joined(unique.reversed());
    }

    /** @param documents last published first */
    private static XmlElement joined(List<XmlElement> documents) {
        CommonRoot root = CommonRoot.of(documents);
        PidfComposer composer = new PidfComposer();
        documents.forEach(document -> root.childrenOf(document).forEach(composer::take));
        return root.element().withChildren(composer.inOrder());
    }

    private void take(XmlElement child) {
        if (child.is(Namespaces.PIDF, "tuple")) {
            (Tuple.isOpen(child) ? openTuples : otherTuples).add(child);
        } else if (child.is(Namespaces.PIDF, "note")) {
            if (differentNotes.add(new Note(language(child), child.text().strip()))) {
                notes.add(child);
            }
        } else if (!child.is(Namespaces.DATA_MODEL, "person") || differentPersons.add(whatIsSaidOf(child))) {
            extensions.add(child);
        }
    }

    /** RFC 3863, section 4.1.1. */
    private List<XmlElement> inOrder() {
        List<XmlElement> children = new ArrayList<>(openTuples);
        children.addAll(otherTuples);
        children.addAll(notes);
        children.addAll(extensions);
        return children;
    }

    /** All but the id of the occurrence. */
    private static String whatIsSaidOf(XmlElement person) {
        return XmlWriter.write(person.withAttribute("id", ""));
    }

    private static String language(XmlElement note) {
        Optional<XmlAttribute> language = note.attributes().stream()
                .filter(attribute -> attribute.namespace().equals(Namespaces.XML)
                        && attribute.localName().equals("lang"))
                .findFirst();
        return language.map(XmlAttribute::value).orElse("");
    }
}
