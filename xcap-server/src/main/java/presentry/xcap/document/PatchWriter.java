package presentry.xcap.document;

import java.util.Map;
import presentry.xcap.address.Terminal;

/**
 * Writes an edit as one operation of an XML patch (RFC 5261, section 4). Places are told by position alone, so a patch needs
 * no prefixes; the element it carries declares all that is in scope where it lands.
 */
final class PatchWriter {

    private PatchWriter() {}

    static String adding(ElementIndex index, IndexedElement parent, int offset, Fragment fragment) {
        String element = standalone(parent.bindings(), fragment);
        for (IndexedElement sibling : parent.children()) {
            if (sibling.start() == offset) {
                return add(path(index, sibling), " pos=\"before\"", element);
            }
            if (sibling.end() == offset) {
                return add(path(index, sibling), " pos=\"after\"", element);
            }
        }
        return add(path(index, parent), "", element);
    }

    private static String add(String path, String position, String content) {
        return "<add sel=\"" + path + "\"" + position + ">" + content + "</add>";
    }

    static String replacing(ElementIndex index, IndexedElement old, Map<String, String> bindings, Fragment fragment) {
        return "<replace sel=\"" + path(index, old) + "\">" + standalone(bindings, fragment) + "</replace>";
    }

    static String setting(
            ElementIndex index, IndexedElement bearer, Terminal.Attribute attribute, String name, AttributeText value) {
        String declaration = declaration(attribute, name);
        String text = value.within('"');
        return bearer.attribute(attribute.name()).isPresent()
                ? "<replace" + declaration + " sel=\"" + path(index, bearer) + "/@" + name + "\">" + text + "</replace>"
                : "<add" + declaration + " sel=\"" + path(index, bearer) + "\" type=\"@" + name + "\">" + text
                        + "</add>";
    }

    static String removing(ElementIndex index, IndexedElement element) {
        return "<remove sel=\"" + path(index, element) + "\"/>";
    }

    static String removing(ElementIndex index, IndexedElement bearer, Terminal.Attribute attribute) {
        String name = attribute.qualifiedName();
        return "<remove" + declaration(attribute, name) + " sel=\"" + path(index, bearer) + "/@" + name + "\"/>";
    }

    /** The prefix of an attribute name must be bound where the patch uses it. */
    private static String declaration(Terminal.Attribute attribute, String name) {
        int colon = name.indexOf(':');
        return colon < 0 || name.startsWith("xml:")
                ? ""
                : InScope.declarations(
                        Map.of(name.substring(0, colon), attribute.name().namespace()));
    }

    private static String standalone(Map<String, String> bindings, Fragment fragment) {
        return StandaloneElements.of(fragment.scope(), fragment.element(), bindings);
    }

    /** The way from the root by positions: an asterisk for the root, and one with a position for each further step. */
    private static String path(ElementIndex index, IndexedElement wanted) {
        var path = new StringBuilder("*");
        IndexedElement context = index.root();
        while (context.start() != wanted.start()) {
            int position = 0;
            for (IndexedElement child : context.children()) {
                position++;
                if (child.start() <= wanted.start() && wanted.end() <= child.end()) {
                    path.append("/*[").append(position).append(']');
                    context = child;
                    break;
                }
            }
        }
        return path.toString();
    }
}
