package presentry.agent.event.presence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import presentry.schemas.XmlAttribute;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlNode;
import presentry.schemas.XmlText;

/**
 * Takes out the namespace declarations that nothing in a document uses. What a filter leaves of a document still declares what
 * stood in it before, and which namespaces a client declares tells which client it is: a watcher who is shown nothing of that
 * must not read it there.
 *
 * <p>No prefix changes. A prefix counts as used also where a value has it before a colon, since some values are qualified
 * names.
 */
final class UsedDeclarations {
    /** Prefixes that the elements looked at so far use and do not declare themselves. */
    private final Set<String> free = new HashSet<>();

    private UsedDeclarations() {}

    /** The same document with only the declarations it needs. */
    static XmlElement only(XmlElement root) {
        return new UsedDeclarations().pruned(root);
    }

    private XmlElement pruned(XmlElement element) {
        UsedDeclarations inside = new UsedDeclarations();
        inside.use(element);
        List<XmlNode> children = new ArrayList<>(element.children().size());
        for (XmlNode child : element.children()) {
            switch (child) {
                case XmlElement below -> children.add(inside.pruned(below));
                case XmlText text -> {
                    inside.useNamesIn(text.value());
                    children.add(text);
                }
            }
        }
        XmlElement pruned = XmlElement.of(element.namespace(), element.prefix(), element.localName());
        for (var declaration : element.declarations().entrySet()) {
            if (inside.free.remove(declaration.getKey())) {
                pruned = pruned.withDeclaration(declaration.getKey(), declaration.getValue());
            }
        }
        for (XmlAttribute attribute : element.attributes()) {
            pruned = pruned.withAttribute(attribute);
        }
        free.addAll(inside.free);
        return pruned.withChildren(children);
    }

    private void use(XmlElement element) {
        free.add(element.prefix());
        for (XmlAttribute attribute : element.attributes()) {
            if (!attribute.prefix().isEmpty()) { // the default namespace does not reach attributes
                free.add(attribute.prefix());
            }
            useNamesIn(attribute.value());
            if (isType(attribute) && attribute.value().indexOf(':') < 0) {
                free.add("");
            }
        }
    }

    /** Its value is a qualified name, which without a prefix is in the default namespace (XML Schema part 1, section 2.6.1). */
    private static boolean isType(XmlAttribute attribute) {
        return attribute.localName().equals("type")
                && attribute.namespace().equals("http://www.w3.org/2001/XMLSchema-instance");
    }

    /** What stands before a colon may be a prefix; one too many does no harm. */
    private void useNamesIn(String value) {
        for (int colon = value.indexOf(':'); colon >= 0; colon = value.indexOf(':', colon + 1)) {
            int start = colon;
            while (start > 0 && isNameCharacter(value.charAt(start - 1))) {
                start--;
            }
            if (start < colon) {
                free.add(value.substring(start, colon));
            }
        }
    }

    private static boolean isNameCharacter(char character) {
        return Character.isLetterOrDigit(character)
                || character == '-'
                || character == '_'
                || character == '.'
                || Character.isSurrogate(character);
    }
}
