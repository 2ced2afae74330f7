package presentry.agent.event.presence;

import java.util.ArrayList;
import java.util.List;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlAttribute;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlNode;
import presentry.schemas.XmlText;

/**
 * The format that the drafts of RFC 3863 called CPIM-PIDF: PIDF in all but the namespace. Whatever stands in one of the two
 * namespaces is put into the other one, prefixes and order stay.
 */
final class CpimPidf {
    static final String NAMESPACE = "urn:ietf:params:xml:ns:cpim-pidf";

    private final String from;
    private final String to;

    private CpimPidf(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** The PIDF document as CPIM-PIDF. */
    static XmlElement of(XmlElement pidf) {
        return new CpimPidf(Namespaces.PIDF, NAMESPACE).moved(pidf);
    }

    /** The CPIM-PIDF document as PIDF; elements made so have no line. */
    static XmlElement asPidf(XmlElement cpimPidf) {
        return new CpimPidf(NAMESPACE, Namespaces.PIDF).moved(cpimPidf);
    }

    private XmlElement moved(XmlElement element) {
        XmlElement moved = XmlElement.of(moved(element.namespace()), element.prefix(), element.localName());
        for (var declaration : element.declarations().entrySet()) {
            moved = moved.withDeclaration(declaration.getKey(), moved(declaration.getValue()));
        }
        for (XmlAttribute attribute : element.attributes()) {
            moved = moved.withAttribute(new XmlAttribute(
                    attribute.prefix(), moved(attribute.namespace()), attribute.localName(), attribute.value()));
        }
        List<XmlNode> children = new ArrayList<>(element.children().size());
        for (XmlNode child : element.children()) {
            children.add(
                    switch (child) {
                        case XmlElement below -> moved(below);
                        case XmlText text -> text;
                    });
        }
        return moved.withChildren(children);
    }

    private String moved(String namespace) {
        return namespace.equals(from) ? to : namespace;
    }
}
