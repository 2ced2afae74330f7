package presentry.agent.event.presence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlAttribute;
import presentry.schemas.XmlElement;

/**
 * Makes one presence document of those that the devices of a user have published (RFC 3856, section 6.11.1). Nothing is
 * weighed against anything: watchers get all tuples, persons, devices and extensions, and every different note, from the
 * document that was published first to the last. RFC 4479, section 3.5, allows several persons.
 *
 * <p>Some clients look for text and do not read XML, so elements keep their prefixes. The namespace of PIDF is the default
 * one of the composed document; the other declarations of all roots stand on its root, where two roots differ in a prefix the
 * one of the earlier document, and the children of the later document carry theirs themselves.
 */
final class PidfComposer {
    private record Note(String language, String text) {}

    private final XmlElement root;
    private final List<XmlElement> tuples = new ArrayList<>();
    private final List<XmlElement> notes = new ArrayList<>();
    private final List<XmlElement> extensions = new ArrayList<>();
    private final Set<Note> differentNotes = new HashSet<>();

    private PidfComposer(XmlElement root) {
        this.root = root;
    }

    /**
     * The document for all watchers.
     *
     * @param documents {@code presence} elements, published first first; a single one passes as it is, save ids that it uses
     *     twice
     */
    static XmlElement compose(List<XmlElement> documents) {
        return OccurrenceIds.madeUnique(documents.size() == 1 ? documents.getFirst() : joined(documents));
    }

    private static XmlElement joined(List<XmlElement> documents) {
        PidfComposer composer = new PidfComposer(commonRoot(documents));
        for (XmlElement document : documents) {
            Map<String, String> ownScope = ownScope(document, composer.root);
            document.elements().forEach(child -> composer.take(carrying(ownScope, child)));
        }
        return composer.document();
    }

    private static XmlElement commonRoot(List<XmlElement> documents) {
        Map<String, String> declarations = new LinkedHashMap<>();
        declarations.put("", Namespaces.PIDF);
        documents.forEach(document -> document.declarations().forEach(declarations::putIfAbsent));
        XmlElement root = XmlElement.of(Namespaces.PIDF, "", "presence");
        for (Map.Entry<String, String> declaration : declarations.entrySet()) {
            root = root.withDeclaration(declaration.getKey(), declaration.getValue());
        }
        for (XmlAttribute attribute : documents.stream()
                .limit(1)
                .flatMap(first -> first.attributes().stream())
                .toList()) {
            root = root.withAttribute(attribute);
        }
        return root;
    }

    /** What a child of {@code document} relies on and would not find below {@code root}. */
    private static Map<String, String> ownScope(XmlElement document, XmlElement root) {
        Map<String, String> scope = new LinkedHashMap<>();
        scope.put("", ""); // a root that declares no default namespace: names without prefix are in none
        scope.putAll(document.declarations());
        scope.entrySet().removeAll(root.declarations().entrySet());
        return scope;
    }

    private static XmlElement carrying(Map<String, String> scope, XmlElement child) {
        XmlElement carrying = child;
        for (Map.Entry<String, String> declaration : scope.entrySet()) {
            if (!child.declarations().containsKey(declaration.getKey())) {
                carrying = carrying.withDeclaration(declaration.getKey(), declaration.getValue());
            }
        }
        return carrying;
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

    /** In the order of RFC 3863, section 4.1.1. */
    private XmlElement document() {
        List<XmlElement> children = new ArrayList<>(tuples);
        children.addAll(notes);
        children.addAll(extensions);
        return root.withChildren(children);
    }

    private static String language(XmlElement note) {
        Optional<XmlAttribute> language = note.attributes().stream()
                .filter(attribute -> attribute.namespace().equals(Namespaces.XML)
                        && attribute.localName().equals("lang"))
                .findFirst();
        return language.map(XmlAttribute::value).orElse("");
    }
}
