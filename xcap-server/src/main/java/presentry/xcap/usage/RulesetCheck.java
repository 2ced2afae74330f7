package presentry.xcap.usage;

import java.util.Optional;
import presentry.schemas.Grammar;
import presentry.schemas.Namespaces;
import presentry.schemas.SafeXml;
import presentry.schemas.SchemaCatalog;
import presentry.schemas.SchemaProblem;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlResult;
import presentry.xcap.usage.Violation.ConstraintFailed;
import presentry.xcap.usage.Violation.SchemaInvalid;

/**
 * Checks a common-policy document: first the grammar of its usage, then, if the server accepts it, the dialect that was
 * written before RFC 4745, at last a constraint from outside.
 */
public final class RulesetCheck {

    private final SchemaCatalog schemas;
    private final boolean acceptLegacyDialect;
    private final DocumentConstraint constraint;

    /**
     * @param acceptLegacyDialect whether a document in the old dialect may be stored
     * @param constraint what must hold for a document that follows its grammar
     */
    public RulesetCheck(SchemaCatalog schemas, boolean acceptLegacyDialect, DocumentConstraint constraint) {
        this.schemas = schemas;
        this.acceptLegacyDialect = acceptLegacyDialect;
        this.constraint = constraint;
    }

    Optional<Violation> check(Grammar grammar, String text) {
        Optional<SchemaProblem> problem = schemas.validate(grammar, text);
        boolean inTheOldDialect = problem.isPresent();
        if (problem.isPresent() && acceptLegacyDialect && isLegacyDialect(text)) {
            problem = schemas.validate(Grammar.LEGACY_RULES, text);
        }
        if (problem.isPresent()) {
            return problem.map(Violation::of);
        }
        Optional<Violation> unreadable = inTheOldDialect ? Optional.empty() : unreadableUri(text);
        return unreadable.or(() -> constraint.check(text).map(found -> new ConstraintFailed(found.message())));
    }

    /** The old dialect names people without a scheme too. */
    private Optional<Violation> unreadableUri(String text) {
        return switch (SafeXml.parse(text, schemas.limits())) {
            case XmlResult.Parsed parsed -> RuleUris.check(parsed.root());
            case XmlResult.Refused refused -> Optional.of(new SchemaInvalid(refused.message()));
        };
    }

    /** The old dialect never mixes with the new one: no {@code one} or {@code many} anywhere, but an old element. */
    private boolean isLegacyDialect(String text) {
        return switch (SafeXml.parse(text, schemas.limits())) {
            case XmlResult.Parsed parsed ->
                !contains(parsed.root(), "one", "many") && contains(parsed.root(), "id", "domain", "any-identity");
            case XmlResult.Refused refused -> false;
        };
    }

    private static boolean contains(XmlElement element, String... localNames) {
        if (element.namespace().equals(Namespaces.COMMON_POLICY)) {
            for (String localName : localNames) {
                if (element.localName().equals(localName)) {
                    return true;
                }
            }
        }
        return element.elements().stream().anyMatch(child -> contains(child, localNames));
    }
}
