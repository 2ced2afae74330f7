package presentry.schemas;

import java.util.Set;
import javax.xml.validation.TypeInfoProvider;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.TypeInfo;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Behind a validator: refuses elements and attributes of known namespaces that no schema defines. Where a schema leaves
 * room for other namespaces the validator passes what it does not know; a misspelt name would go unnoticed
 * (RFC 4825, section 8.2.5).
 */
final class DefinedNames extends DefaultHandler {

    /** What the validator takes for the type of an element or attribute that it has no definition of. */
    private static final Set<String> UNDEFINED = Set.of("anyType", "anySimpleType");

    private final Set<String> knownNamespaces;
    private final TypeInfoProvider types;
    private @Nullable Locator locator;

    DefinedNames(Set<String> knownNamespaces, TypeInfoProvider types) {
        this.knownNamespaces = knownNamespaces;
        this.types = types;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String namespace, String localName, String qName, Attributes attributes)
            throws SAXException {
        if (knownNamespaces.contains(namespace) && isUndefined(types.getElementTypeInfo())) {
            throw undefined("element", namespace, localName);
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            if (knownNamespaces.contains(attributes.getURI(i)) && isUndefined(types.getAttributeTypeInfo(i))) {
                throw undefined("attribute", attributes.getURI(i), attributes.getLocalName(i));
            }
        }
    }

    private static boolean isUndefined(@Nullable TypeInfo type) {
        return type == null || UNDEFINED.contains(type.getTypeName());
    }

    private SAXException undefined(String kind, String namespace, String localName) {
        return new UndefinedNameException("no " + kind + " `" + localName + "` is defined in " + namespace, locator);
    }
}
