package presentry.xcap.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import presentry.schemas.XmlLimits;

/**
 * The body of an element PUT: one element and nothing else (RFC 4825, section 8.2.2). Its prefixes are resolved where it
 * lands, and its declarations stay, even redundant ones.
 */
public final class Fragment {

    private final ElementIndex scope;

    private Fragment(ElementIndex scope) {
        this.scope = scope;
    }

    /**
     * Reads a fragment in the scope of its future parent.
     *
     * @param body white space around the element is not part of it
     * @param bindings the namespaces in scope where the element goes
     * @return empty if the body is not exactly one well-formed element, or beyond the limits
     */
    public static Optional<Fragment> read(String body, Map<String, String> bindings, XmlLimits limits) {
        String element = body.strip();
        String scope = "<scope" + InScope.declarations(bindings) + ">";
        try {
            ElementIndex index = ElementIndex.read(scope + element + "</scope>", limits);
            List<IndexedElement> children = index.root().children();
            boolean alone = children.size() == 1
                    && children.getFirst().start() == scope.length()
                    && children.getFirst().end() == scope.length() + element.length();
            return alone ? Optional.of(new Fragment(index)) : Optional.empty();
        } catch (XMLStreamException notWellFormed) {
            return Optional.empty();
        }
    }

    /** The element as it was sent. */
    String text() {
        return scope.textOf(element());
    }

    /** The text in which the element stands, with all that is in scope declared around it. */
    ElementIndex scope() {
        return scope;
    }

    IndexedElement element() {
        return scope.root().children().getFirst();
    }
}
