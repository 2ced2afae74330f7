package presentry.schemas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An element with all below it, as light as a filter wants it: immutable, so that a changed copy shares every subtree
 * that did not change. Keeps what clients see: prefixes, declarations where they stand, the order of attributes and
 * children. {@link SafeXml#parse} makes it, {@link XmlWriter} writes it.
 */
public final class XmlElement implements XmlNode {

    private final String namespace;
    private final String prefix;
    private final String localName;
    private final Map<String, String> declarations;
    private final List<XmlAttribute> attributes;
    private final List<XmlNode> children;
    private final int line;

    /** Takes the collections as they are: all of them must be unmodifiable. */
    XmlElement(
            String namespace,
            String prefix,
            String localName,
            Map<String, String> declarations,
            List<XmlAttribute> attributes,
            List<XmlNode> children,
            int line) {
        this.namespace = namespace;
        this.prefix = prefix;
        this.localName = localName;
        this.declarations = declarations;
        this.attributes = attributes;
        this.children = children;
        this.line = line;
    }

    /**
     * A new element, empty and without attributes.
     *
     * @param namespace empty for none
     * @param prefix empty for none; {@link XmlWriter} declares it where that is necessary
     */
    public static XmlElement of(String namespace, String prefix, String localName) {
        return new XmlElement(namespace, prefix, localName, Map.of(), List.of(), List.of(), 0);
    }

    /** Empty if the element is in no namespace. */
    public String namespace() {
        return namespace;
    }

    /** Empty if there is none. */
    public String prefix() {
        return prefix;
    }

    public String localName() {
        return localName;
    }

    /** Whether this is the element {@code localName} of {@code namespace}. */
    public boolean is(String namespace, String localName) {
        return this.localName.equals(localName) && this.namespace.equals(namespace);
    }

    /** The namespaces that this very element declares, by prefix, in their order; the default one has prefix "". */
    public Map<String, String> declarations() {
        return declarations;
    }

    /** In their order. */
    public List<XmlAttribute> attributes() {
        return attributes;
    }

    /** In their order; two texts never follow each other in a document that was read. */
    public List<XmlNode> children() {
        return children;
    }

    /** The children that are elements, in their order. */
    public List<XmlElement> elements() {
        var elements = new ArrayList<XmlElement>(children.size());
        for (XmlNode child : children) {
            if (child instanceof XmlElement element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** The first child of this name. */
    public Optional<XmlElement> element(String namespace, String localName) {
        for (XmlNode child : children) {
            if (child instanceof XmlElement element && element.is(namespace, localName)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** The value of the attribute of this name that is in no namespace. */
    public Optional<String> attribute(String localName) {
        for (XmlAttribute attribute : attributes) {
            if (attribute.namespace().isEmpty() && attribute.localName().equals(localName)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    /** The text directly in this element, not that of its children; white space as it stands. */
    public String text() {
        if (children.size() == 1 && children.getFirst() instanceof XmlText only) {
            return only.value();
        }
        var text = new StringBuilder();
        for (XmlNode child : children) {
            if (child instanceof XmlText part) {
                text.append(part.value());
            }
        }
        return text.toString();
    }

    /** The line on which the start tag ends, from 1; 0 of an element that was not read from a document. */
    public int line() {
        return line;
    }

    /** The same element with other children. */
    public XmlElement withChildren(List<? extends XmlNode> children) {
        return new XmlElement(namespace, prefix, localName, declarations, attributes, List.copyOf(children), line);
    }

    /** The same element with this text instead of all children. */
    public XmlElement withText(String text) {
        return withChildren(text.isEmpty() ? List.of() : List.of(new XmlText(text)));
    }

    /** The same element with one more child behind the others. */
    public XmlElement withChild(XmlNode child) {
        var more = new ArrayList<XmlNode>(children.size() + 1);
        more.addAll(children);
        more.add(child);
        return withChildren(more);
    }

    /** The same element without the child elements that {@code kept} refuses; this element itself if that is none. */
    public XmlElement keeping(Predicate<XmlElement> kept) {
        var rest = new ArrayList<XmlNode>(children.size());
        for (XmlNode child : children) {
            if (!(child instanceof XmlElement element) || kept.test(element)) {
                rest.add(child);
            }
        }
        return rest.size() == children.size() ? this : withChildren(rest);
    }

    /** The same element with this attribute: in its place if there is one of this name, else behind the others. */
    public XmlElement withAttribute(XmlAttribute attribute) {
        var changed = new ArrayList<>(attributes);
        changed.removeIf(other -> isSameName(other, attribute));
        int place = changed.size() == attributes.size() ? changed.size() : indexOf(attribute);
        changed.add(place, attribute);
        return new XmlElement(namespace, prefix, localName, declarations, List.copyOf(changed), children, line);
    }

    /** The same element with this attribute, which is in no namespace. */
    public XmlElement withAttribute(String localName, String value) {
        return withAttribute(XmlAttribute.of(localName, value));
    }

    /** The same element, which also declares {@code prefix}; the caller answers for what then changes its meaning. */
    public XmlElement withDeclaration(String prefix, String namespace) {
        var more = new LinkedHashMap<>(declarations);
        more.put(prefix, namespace);
        return new XmlElement(
                this.namespace, this.prefix, localName, Collections.unmodifiableMap(more), attributes, children, line);
    }

    /** The start tag without attributes, for logs: never the content. */
    @Override
    public String toString() {
        return prefix.isEmpty() ? "<" + localName + ">" : "<" + prefix + ":" + localName + ">";
    }

    private int indexOf(XmlAttribute attribute) {
        int place = 0;
        while (!isSameName(attributes.get(place), attribute)) {
            place++;
        }
        return place;
    }

    private static boolean isSameName(XmlAttribute one, XmlAttribute other) {
        return one.localName().equals(other.localName()) && one.namespace().equals(other.namespace());
    }
}
