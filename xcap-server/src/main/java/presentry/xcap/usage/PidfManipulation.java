package presentry.xcap.usage;

import java.util.List;
import java.util.Optional;
import presentry.schemas.Grammar;
import presentry.schemas.MediaTypes;
import presentry.schemas.Namespaces;
import presentry.schemas.SchemaCatalog;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.usage.Violation.ConstraintFailed;

/** Presence state that a user keeps on the server (RFC 4827). */
public final class PidfManipulation implements ApplicationUsage {

    private final SchemaCatalog schemas;

    /** @param schemas knows presence documents */
    public PidfManipulation(SchemaCatalog schemas) {
        this.schemas = schemas;
    }

    /** Section 5.1. */
    @Override
    public String auid() {
        return "pidf-manipulation";
    }

    @Override
    public String mediaType() {
        return MediaTypes.PIDF_XML;
    }

    @Override
    public Optional<String> defaultNamespace() {
        return Optional.of(Namespaces.PIDF);
    }

    @Override
    public List<String> namespaces() {
        return List.of(Namespaces.PIDF, Namespaces.DATA_MODEL, Namespaces.RPID, Namespaces.CIPID);
    }

    @Override
    public Optional<Violation> check(DocumentSelector document, String text) {
        if (!document.path().equals("index")) { // section 9
            return Optional.of(new ConstraintFailed("The only document of a user in this usage is called `index`."));
        }
        return schemas.validate(Grammar.PIDF, text).map(Violation::of);
    }
}
