package presentry.xcap.usage;

import java.util.List;
import java.util.Optional;
import presentry.schemas.Grammar;
import presentry.schemas.MediaTypes;
import presentry.schemas.Namespaces;
import presentry.schemas.SafeXml;
import presentry.schemas.SchemaCatalog;
import presentry.schemas.SchemaProblem;
import presentry.schemas.XmlResult;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.usage.Violation.SchemaInvalid;

/** Lists of contacts (RFC 4826, section 3.4). */
public final class ResourceLists implements ApplicationUsage {

    private final SchemaCatalog schemas;

    /** @param schemas knows resource lists */
    public ResourceLists(SchemaCatalog schemas) {
        this.schemas = schemas;
    }

    /** Section 3.4.1. */
    @Override
    public String auid() {
        return "resource-lists";
    }

    /** Section 3.4.2. */
    @Override
    public String mediaType() {
        return MediaTypes.RESOURCE_LISTS_XML;
    }

    /** Section 3.4.4. */
    @Override
    public Optional<String> defaultNamespace() {
        return Optional.of(Namespaces.RESOURCE_LISTS);
    }

    @Override
    public List<String> namespaces() {
        return List.of(Namespaces.RESOURCE_LISTS);
    }

    /** Section 3.4.5. */
    @Override
    public Optional<Violation> check(DocumentSelector document, String text) {
        Optional<SchemaProblem> problem = schemas.validate(Grammar.RESOURCE_LISTS, text);
        if (problem.isPresent()) {
            return problem.map(Violation::of);
        }
        return switch (SafeXml.parse(text, schemas.limits())) {
            case XmlResult.Refused refused -> Optional.of(new SchemaInvalid(refused.message()));
            case XmlResult.Parsed parsed -> ListConstraints.check(parsed.root(), "resource-lists");
        };
    }
}
