package presentry.agent.event.presence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlAttribute;
import presentry.schemas.XmlElement;

/**
 * The root below which the children of several presence documents can stand together, and what each of them must bring along
 * so that every prefix keeps the meaning it had.
 *
 * <p>Some clients look for text and do not read XML, so nothing gets another prefix: the namespace of PIDF is the default one,
 * and all other declarations of the published roots stand here too. Where two roots bind a prefix differently the earlier one
 * counts, and the children of the later one declare theirs themselves.
 */
final class CommonRoot {
    private final XmlElement element;

    private CommonRoot(XmlElement element) {
        this.element = element;
    }

    /** The root for these documents; it has no entity yet, since that differs from watcher to watcher. */
    static CommonRoot of(List<XmlElement> documents) {
        Map<String, String> declarations = new LinkedHashMap<>();
        declarations.put("", Namespaces.PIDF);
        documents.forEach(document -> document.declarations().forEach(declarations::putIfAbsent));
        XmlElement root = declaring(declarations, XmlElement.of(Namespaces.PIDF, "", "presence"));
        for (XmlElement document : documents) {
            root = withForeignAttributes(root, document);
        }
        return new CommonRoot(root);
    }

    /**
     * The root with the attributes that a published one has besides its entity, as far as they have the same meaning here and no other
     * document has them. Who may not see everything gets none of them (RFC 5025, section 3.3.2.14).
     */
    private static XmlElement withForeignAttributes(XmlElement root, XmlElement document) {
        XmlElement common = root;
        for (XmlAttribute attribute : document.attributes()) {
            boolean isKnown =
                    attribute.namespace().isEmpty() && attribute.localName().equals("entity");
            boolean isBound = attribute.prefix().isEmpty()
                    || attribute.namespace().equals(root.declarations().get(attribute.prefix()));
            if (!isKnown && isBound && root.attributes().stream().noneMatch(one -> isSame(one, attribute))) {
                common = common.withAttribute(attribute);
            }
        }
        return common;
    }

    private static boolean isSame(XmlAttribute one, XmlAttribute other) {
        return one.localName().equals(other.localName()) && one.namespace().equals(other.namespace());
    }

    /** Without children. */
    XmlElement element() {
        return element;
    }

    /** The children of one of the documents as they can stand here. */
    List<XmlElement> childrenOf(XmlElement document) {
        Map<String, String> missing = new LinkedHashMap<>();
        missing.put("", ""); // without a default namespace names without prefix are in none
        missing.putAll(document.declarations());
        missing.entrySet().removeAll(element.declarations().entrySet());
        return document.elements().stream()
                .map(child -> declaring(missing, child))
                .toList();
    }

    /** What an element declares itself goes before what it inherits. */
    private static XmlElement declaring(Map<String, String> declarations, XmlElement element) {
        XmlElement declaring = element;
        for (Map.Entry<String, String> declaration : declarations.entrySet()) {
            if (!element.declarations().containsKey(declaration.getKey())) {
                declaring = declaring.withDeclaration(declaration.getKey(), declaration.getValue());
            }
        }
        return declaring;
    }
}
